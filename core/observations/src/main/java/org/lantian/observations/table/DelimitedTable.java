package org.lantian.observations.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Text with delimiters and optional quotes (RFC 4180), split at the level of bytes.
 *
 * <p>Splitting bytes is safe in UTF-8 and GB18030 alike: no byte of a multi-byte character equals a comma, a tab, a
 * semicolon, a quote or a line end. Only cells that are asked for as text are decoded, so a wide file of numbers costs
 * no object per cell. The delimiter is the one of comma, tab and semicolon that occurs most in the first line.
 */
final class DelimitedTable implements Table {

    /** No honest row is longer; a file without line ends stops here instead of filling the memory. */
    private static final int LONGEST_ROW = 8 << 20;

    private static final int FIRST_BUFFER = 1 << 18;
    private static final int CACHED_TEXTS = 1 << 12;

    private final String file;
    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int limit;
    private boolean ended;
    private Encoding encoding = Encoding.UTF_8;
    private boolean encodingKnown;

    private byte delimiter = ',';
    private final boolean[] special = new boolean[256];

    /** Where the next row begins. */
    private int position;

    private long line = 1;
    private long row;
    private int rowStart;
    private int cells;
    /** Begin and end of each cell, counted from {@link #rowStart}. */
    private int[] from = new int[64];

    private int[] to = new int[64];
    private boolean[] escaped = new boolean[64];

    private final String[] texts = new String[CACHED_TEXTS];

    DelimitedTable(String file, InputStream in) {
        this.file = file;
        this.in = in;
        Arrays.fill(texts, "");
        fill();
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw TableErrors.encoding(file, 0);
        }
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            position = 3;
            encodingKnown = true;
        }
        guessEncoding();
        delimiter = guessDelimiter();
        for (byte b : new byte[] {delimiter, '\n', '\r', '"'}) {
            special[b] = true;
        }
    }

    @Override
    public boolean next() {
        do {
            if (!split()) {
                return false;
            }
        } while (isBlankRow());
        return true;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public boolean isBlank(int cell) {
        return start(cell) == end(cell);
    }

    @Override
    public float number(int cell) {
        return Decimals.parse(buffer, start(cell), end(cell));
    }

    @Override
    public int wholeNumber(int cell) {
        return Decimals.parseWhole(buffer, start(cell), end(cell));
    }

    @Override
    public String text(int cell) {
        int start = start(cell);
        int end = end(cell);
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ (hash >>> 12)) & (CACHED_TEXTS - 1);
        String known = texts[slot];
        if (!escaped[cell] && equalsAscii(known, start, end)) {
            return known;
        }
        String text = decode(start, end);
        if (escaped[cell]) {
            return text.replace("\"\"", "\"");
        }
        texts[slot] = text;
        return text;
    }

    @Override
    public String encoding() {
        return encoding.label();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    // ---- splitting ----

    /** Splits one line; false when there is none left. */
    private boolean split() {
        rowStart = position;
        row = line;
        if (position >= limit && !fill()) {
            return false;
        }
        cells = 0;
        int begin = position;
        int i = position;
        while (true) {
            if (i >= limit) {
                int before = rowStart;
                boolean more = fill();
                i -= before - rowStart;
                begin -= before - rowStart;
                if (!more) {
                    addCell(begin, i, false);
                    position = i;
                    return true;
                }
            }
            byte b = buffer[i];
            if (!special[b & 0xFF]) {
                i++;
            } else if (b == '"') {
                if (i == begin || isSpace(begin, i)) {
                    i = quoted(i);
                    begin = i;
                    if (i >= limit) {
                        position = i;
                        return true;
                    }
                    if (buffer[i] == delimiter) {
                        i++;
                        begin = i;
                    } else {
                        position = afterLineEnd(i);
                        return true;
                    }
                } else {
                    i++;
                }
            } else {
                addCell(begin, i, false);
                if (b == delimiter) {
                    i++;
                    begin = i;
                } else {
                    position = afterLineEnd(i);
                    return true;
                }
            }
        }
    }

    /** Adds the quoted cell that opens at a position; returns the position of what ends it. */
    private int quoted(int open) {
        int relativeBegin = open + 1 - rowStart;
        int i = open + 1;
        boolean doubled = false;
        while (true) {
            if (i >= limit) {
                int before = rowStart;
                if (!fill()) {
                    throw TableErrors.of(
                            "import.open-quote", file, row, "", "成对的双引号", "a closing quote for each opening one");
                }
                i -= before - rowStart;
            }
            byte b = buffer[i];
            if (b == '"') {
                if (i + 1 >= limit) {
                    int before = rowStart;
                    fill();
                    i -= before - rowStart;
                }
                if (i + 1 < limit && buffer[i + 1] == '"') {
                    doubled = true;
                    i += 2;
                    continue;
                }
                addCell(rowStart + relativeBegin, i, doubled);
                return endOfQuoted(i + 1);
            }
            if (b == '\n') {
                line++;
            }
            i++;
        }
    }

    private int endOfQuoted(int afterQuote) {
        int i = afterQuote;
        while (true) {
            if (i >= limit) {
                int before = rowStart;
                boolean more = fill();
                i -= before - rowStart;
                if (!more) {
                    return i;
                }
            }
            byte b = buffer[i];
            if (b == delimiter || b == '\n' || b == '\r') {
                return i;
            }
            if (b != ' ') {
                throw TableErrors.of(
                        "import.text-after-quote",
                        file,
                        row,
                        "",
                        "引号之后紧跟分隔符",
                        "a delimiter right after the closing quote");
            }
            i++;
        }
    }

    private int afterLineEnd(int end) {
        int i = end;
        if (buffer[i] == '\r') {
            if (i + 1 >= limit) {
                int before = rowStart;
                fill();
                i -= before - rowStart;
            }
            if (i + 1 < limit && buffer[i + 1] == '\n') {
                i++;
            }
        }
        line++;
        return i + 1;
    }

    private void addCell(int begin, int end, boolean doubledQuotes) {
        if (cells == from.length) {
            from = Arrays.copyOf(from, 2 * cells);
            to = Arrays.copyOf(to, 2 * cells);
            escaped = Arrays.copyOf(escaped, 2 * cells);
        }
        int start = begin;
        int stop = end;
        while (start < stop && buffer[start] == ' ') {
            start++;
        }
        while (stop > start && buffer[stop - 1] == ' ') {
            stop--;
        }
        from[cells] = start - rowStart;
        to[cells] = stop - rowStart;
        escaped[cells] = doubledQuotes;
        cells++;
    }

    private boolean isBlankRow() {
        for (int cell = 0; cell < cells; cell++) {
            if (!isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSpace(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (buffer[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private int start(int cell) {
        return rowStart + from[cell];
    }

    private int end(int cell) {
        return rowStart + to[cell];
    }

    // ---- bytes and text ----

    /**
     * Moves the current row to the front of the buffer and reads more behind it; false at the end of the file.
     * Positions held by the caller are to be lessened by as much as {@link #rowStart} was.
     */
    private boolean fill() {
        if (ended) {
            return false;
        }
        if (rowStart > 0) {
            System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
            limit -= rowStart;
            position -= rowStart;
            rowStart = 0;
        }
        if (limit == buffer.length) {
            if (buffer.length >= LONGEST_ROW) {
                throw TableErrors.of(
                        "import.row-too-long",
                        file,
                        row,
                        "",
                        "每行不超过 8 MB 的文本表格",
                        "a text table with rows of at most 8 MB");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = read();
        if (read < 0) {
            ended = true;
            return false;
        }
        limit += read;
        return true;
    }

    private int read() {
        try {
            int read = in.readNBytes(buffer, limit, buffer.length - limit);
            return read == 0 ? -1 : read;
        } catch (EOFException | ZipException e) {
            throw TableErrors.truncated(file, e);
        } catch (IOException e) {
            throw TableErrors.unreadable(file, e);
        }
    }

    private void guessEncoding() {
        try {
            Encoding guessed = Encoding.of(buffer, position, limit);
            if (encodingKnown && guessed != Encoding.UTF_8) {
                throw TableErrors.encoding(file, 0);
            }
            encoding = guessed;
        } catch (CharacterCodingException e) {
            throw TableErrors.encoding(file, 0);
        }
        for (int i = position; i < limit; i++) {
            encodingKnown |= buffer[i] < 0;
        }
    }

    private String decode(int start, int end) {
        try {
            String text = encoding.decode(buffer, start, end).strip();
            encodingKnown |= text.length() < end - start;
            return text;
        } catch (CharacterCodingException e) {
            if (!encodingKnown) {
                // The first text that is not ASCII comes late in the file: it decides.
                try {
                    String text = Encoding.GB18030.decode(buffer, start, end).strip();
                    encoding = Encoding.GB18030;
                    encodingKnown = true;
                    return text;
                } catch (CharacterCodingException neither) {
                    throw TableErrors.encoding(file, row);
                }
            }
            throw TableErrors.encoding(file, row);
        }
    }

    private boolean equalsAscii(String known, int start, int end) {
        if (known.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            // A byte of a multi-byte character is negative and equals no char.
            if (known.charAt(i - start) != buffer[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= limit || (buffer[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private byte guessDelimiter() {
        int commas = 0;
        int tabs = 0;
        int semicolons = 0;
        for (int i = position; i < limit && buffer[i] != '\n'; i++) {
            switch (buffer[i]) {
                case ',' -> commas++;
                case '\t' -> tabs++;
                case ';' -> semicolons++;
                default -> {}
            }
        }
        if (commas >= tabs && commas >= semicolons) {
            return ',';
        }
        return tabs >= semicolons ? (byte) '\t' : (byte) ';';
    }
}
