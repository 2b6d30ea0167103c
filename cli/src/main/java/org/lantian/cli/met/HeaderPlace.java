package org.lantian.cli.met;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Position in the header of a surface file, as {@code 39.833N  104.658W}. */
record HeaderPlace(double latitudeDegrees, double longitudeDegrees) {

    private static final Pattern PLACE = Pattern.compile("\\s*([\\d.]+)([NS])\\s*([\\d.]+)([EW]).*");

    static Optional<HeaderPlace> read(Path surface) {
        try (BufferedReader reader = Files.newBufferedReader(surface, StandardCharsets.ISO_8859_1)) {
            String header = reader.readLine();
            return header == null ? Optional.empty() : of(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<HeaderPlace> of(String header) {
        Matcher matcher = PLACE.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double latitude =
                Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("S") ? -1 : 1);
        double longitude =
                Double.parseDouble(matcher.group(3)) * (matcher.group(4).equals("W") ? -1 : 1);
        return Optional.of(new HeaderPlace(latitude, longitude));
    }
}
