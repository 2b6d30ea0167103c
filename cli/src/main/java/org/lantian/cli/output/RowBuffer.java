package org.lantian.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lantian.quantities.Check;

/**
 * Rows of a table as text, CSV or JSON, appended cell by cell without an object per cell. In JSON each row is an object
 * and an empty cell is {@code null}.
 */
public final class RowBuffer {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[][] names;
    private final boolean json;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int column;
    private int rows;
    /** Rows were written and forgotten: the next one follows them. */
    private boolean continued;

    public RowBuffer(List<String> columns, boolean json) {
        this.json = json;
        this.names = columns.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Rows appended so far. */
    public int rows() {
        return rows;
    }

    public RowBuffer text(String text) {
        start();
        if (json) {
            raw('"');
        }
        boolean quoted = !json && needsQuotes(text);
        if (quoted) {
            raw('"');
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return unusual(text, i, quoted);
            }
            character(text.charAt(i), quoted);
        }
        return endText(quoted);
    }

    private RowBuffer unusual(String text, int from, boolean quoted) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                character(c, quoted);
            } else {
                int end = i + (Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1);
                append(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            }
        }
        return endText(quoted);
    }

    private RowBuffer endText(boolean quoted) {
        if (quoted || json) {
            raw('"');
        }
        return this;
    }

    private void character(char c, boolean quoted) {
        if (json && (c == '"' || c == '\\')) {
            raw('\\');
            raw(c);
        } else if (json && c < 0x20) {
            append("\\u%04x".formatted((int) c).getBytes(StandardCharsets.UTF_8));
        } else {
            if (quoted && c == '"') {
                raw('"');
            }
            raw(c);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** A whole number up to 999; below 0 counts as an empty cell. */
    public RowBuffer indexOrEmpty(int number) {
        if (number < 0) {
            return empty();
        }
        Check.inRange("number", number, 0, 999);
        start();
        if (number >= 100) {
            raw((char) ('0' + number / 100 % 10));
        }
        if (number >= 10) {
            raw((char) ('0' + number / 10 % 10));
        }
        raw((char) ('0' + number % 10));
        return this;
    }

    /** Text that is a number or one of {@code true} and {@code false}: not quoted in JSON. */
    public RowBuffer plain(String number) {
        start();
        append(number.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public RowBuffer empty() {
        start();
        if (json) {
            append(NULL);
        }
        return this;
    }

    /** Ends the row; all its cells must be there. */
    public void endRow() {
        Check.that(column == names.length, "row has " + column + " cells, expected " + names.length);
        if (json) {
            raw('}');
        }
        raw('\n');
        column = 0;
        rows++;
    }

    private void start() {
        if (json) {
            raw(column > 0 ? ',' : rows > 0 || continued ? ',' : ' ');
            if (column == 0) {
                raw('{');
            }
            raw('"');
            append(names[column]);
            raw('"');
            raw(':');
        } else if (column > 0) {
            raw(',');
        }
        column++;
    }

    private void raw(char c) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) c;
    }

    private void append(byte[] more) {
        if (length + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more.length, length * 2));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Writes the rows and forgets them. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        continued |= rows > 0;
        length = 0;
        rows = 0;
    }
}
