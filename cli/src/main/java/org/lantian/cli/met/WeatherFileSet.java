package org.lantian.cli.met;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.cli.CommandFailure;
import org.lantian.quantities.BilingualText;

/** The files of one prefix: PREFIX.sfc, PREFIX.pfl and PREFIX.hours.csv. */
record WeatherFileSet(Path prefix) {

    Path surface() {
        return withEnding(".sfc");
    }

    Path profile() {
        return withEnding(".pfl");
    }

    Path hours() {
        return withEnding(".hours.csv");
    }

    private Path withEnding(String ending) {
        return prefix.resolveSibling(prefix.getFileName() + ending);
    }

    /** Existing .sfc and .pfl of the prefix, in lower or upper case; the prefix may also name one of the two. */
    static WeatherFileSet existing(Path prefix) {
        String name = prefix.getFileName().toString();
        return name.matches("(?i).*\\.(sfc|pfl)")
                ? new WeatherFileSet(prefix.resolveSibling(name.substring(0, name.length() - 4)))
                : new WeatherFileSet(prefix);
    }

    Path existingSurface() {
        return inEitherCase(surface(), ".SFC");
    }

    Path existingProfile() {
        return inEitherCase(profile(), ".PFL");
    }

    private Path inEitherCase(Path lower, String upperEnding) {
        Path upper = withEnding(upperEnding);
        return !Files.exists(lower) && Files.exists(upper) ? upper : lower;
    }

    /** Writes all three or, when one fails, none. */
    void write(List<String> surface, List<String> profile, List<String> hours) {
        Map<Path, List<String>> texts = new LinkedHashMap<>();
        texts.put(surface(), surface);
        texts.put(profile(), profile);
        texts.put(hours(), hours);
        try {
            Path parent = prefix.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            for (Map.Entry<Path, List<String>> text : texts.entrySet()) {
                Files.write(part(text.getKey()), text.getValue());
            }
            for (Path target : texts.keySet()) {
                Files.move(part(target), target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            texts.keySet().forEach(WeatherFileSet::forget);
            throw new CommandFailure(
                    new BilingualText("无法写入 " + prefix + "：" + e, "Cannot write " + prefix + ": " + e), e);
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static void forget(Path target) {
        try {
            Files.deleteIfExists(part(target));
        } catch (IOException e) {
            // the failure that led here is the one to tell
            part(target).toFile().deleteOnExit();
        }
    }
}
