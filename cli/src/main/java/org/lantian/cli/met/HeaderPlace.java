package org.lantian.cli.met;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Position in the header of a surface file, as {@code 39.833N  104.658W}. */
record HeaderPlace(double latitudeDegrees, double longitudeDegrees) {

    private static final Pattern PLACE = Pattern.compile("\\s*([\\d.]+)([NS])\\s*([\\d.]+)([EW]).*");

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
