package org.lantian.audit;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the chain knows of a personal text: a salted hash. The text and its salt are kept beside and are erased together
 * when their time is over; without the salt nobody can find the text by trying, and the chain stays provable.
 *
 * @param name of the text within its event, of letters, digits, dot, hyphen and underscore
 * @param digest SHA-256 of salt, name and text, lower-case hexadecimal
 * @param keepUntil last day on which text and salt must still be there
 */
public record PersonalDigest(String name, String digest, LocalDate keepUntil) {

    private static final int SALT_BYTES = 16;

    /** A fresh salt, lower-case hexadecimal. */
    public static String salt(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    public static PersonalDigest of(String name, String salt, String text, LocalDate keepUntil) {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("name of a personal text: " + name);
        }
        return new PersonalDigest(name, ChainEncoding.hash(salt, name, text), keepUntil);
    }

    /** Whether this is the text that was chained. */
    public boolean matches(String salt, String text) {
        return ChainEncoding.hash(salt, name, text).equals(digest);
    }

    /** The column {@code personal}: a line {@code name digest keepUntil} for each text, empty for none. */
    public static String column(List<PersonalDigest> digests) {
        StringBuilder lines = new StringBuilder();
        for (PersonalDigest digest : digests) {
            lines.append(digest.name)
                    .append(' ')
                    .append(digest.digest)
                    .append(' ')
                    .append(digest.keepUntil)
                    .append('\n');
        }
        return lines.toString();
    }

    /** Reads the column {@code personal}; empty when it is not as {@link #column} writes it. */
    public static Optional<List<PersonalDigest>> parse(@Nullable String column) {
        if (column == null || column.isEmpty()) {
            return Optional.of(List.of());
        }
        List<PersonalDigest> digests = new ArrayList<>();
        for (String line : column.split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 3) {
                try {
                    digests.add(new PersonalDigest(parts[0], parts[1], LocalDate.parse(parts[2])));
                } catch (DateTimeParseException e) {
                    return Optional.empty();
                }
            } else if (!line.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(digests);
    }
}
