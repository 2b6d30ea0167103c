package org.lantian.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A position in a list as text that means nothing to the client. It is no secret and not trusted: its values only ever
 * become bound parameters beside the conditions of scope.
 *
 * @param value of the column of the order, in the last row
 * @param key of the last row
 */
record Cursor(String value, String key) {

    private static final String SEPARATOR = "\u001f";
    private static final int GREATEST_LENGTH = 4000;

    String write(String sort) {
        // the value, which may contain anything, stands last
        String text = sort + SEPARATOR + key + SEPARATOR + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text, String sort) {
        if (text.length() > GREATEST_LENGTH) {
            throw PageQuery.badCursor();
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, 3);
            if (parts.length != 3
                    || !parts[0].equals(sort)
                    || parts[2].indexOf('\0') >= 0
                    || parts[1].indexOf('\0') >= 0) {
                throw PageQuery.badCursor();
            }
            return new Cursor(parts[2], parts[1]);
        } catch (IllegalArgumentException e) {
            throw PageQuery.badCursor();
        }
    }
}
