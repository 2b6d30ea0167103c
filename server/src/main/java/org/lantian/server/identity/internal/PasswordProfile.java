package org.lantian.server.identity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.server.identity.SignInSettings;

/**
 * What a password must be: a row of {@code password-profiles.csv}.
 *
 * @param leastLength in characters, 8 or more
 * @param classes of which kinds (small letters, capitals, digits, others) at least so many must occur, 0–4
 * @param changeDays after which it must be changed, null when only a reason makes it change
 * @param breachedList whether passwords known from breaches are refused
 */
public record PasswordProfile(
        String name, int leastLength, int classes, @Nullable Integer changeDays, boolean breachedList) {

    /** The row of this name. */
    static PasswordProfile read(String name) {
        List<String> rows = lines("password-profiles.csv").toList();
        return rows.stream()
                .skip(1)
                .map(line -> line.split(",", 6))
                .filter(cells -> cells[0].equals(name))
                .map(cells -> new PasswordProfile(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        cells[3].isEmpty() ? null : Integer.valueOf(cells[3]),
                        Boolean.parseBoolean(cells[4])))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lantian.sign-in.password-profile is " + name
                        + ", expected one of "
                        + rows.stream()
                                .skip(1)
                                .map(row -> row.substring(0, row.indexOf(',')))
                                .toList()));
    }

    Optional<Duration> findChangeInterval() {
        return Optional.ofNullable(changeDays).map(Duration::ofDays);
    }

    static java.util.stream.Stream<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(SignInSettings.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
