package org.lantian.dispersion.preprocessing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/**
 * A small delimited table with a header: comma, semicolon or tab; UTF-8 with or without BOM, else GB 18030; any line
 * end; blank lines and lines that begin with {@code #} are passed over.
 *
 * @param file as the person named it
 * @param columns names in lower case
 */
record TextTable(String file, List<String> columns, List<Row> rows) {

    /**
     * A line of data.
     *
     * @param line 1 is the first line of the file
     */
    record Row(long line, List<String> cells) {}

    static TextTable read(Path path) {
        List<String> lines;
        try {
            lines = decode(Files.readAllBytes(path)).lines().toList();
        } catch (IOException e) {
            throw new DomainException(
                    new InputError(
                            "met.unreadable",
                            path.toString(),
                            0,
                            "",
                            "",
                            new BilingualText("可读的文件", "a file that can be read")),
                    e);
        }
        return parse(path.toString(), lines);
    }

    private static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static TextTable parse(String file, List<String> lines) {
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        char delimiter = ',';
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (columns.isEmpty()) {
                delimiter = delimiterOf(line);
                columns = split(line, delimiter).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
                continue;
            }
            List<String> cells = split(line, delimiter);
            if (cells.size() != columns.size()) {
                throw new DomainException(new InputError(
                        "met.cells",
                        file,
                        i + 1,
                        "",
                        cells.size() + "",
                        new BilingualText(
                                columns.size() + " 个单元格（与表头一致）", columns.size() + " cells, as in the header")));
            }
            rows.add(new Row(i + 1, cells));
        }
        checkHeader(file, columns);
        return new TextTable(file, columns, List.copyOf(rows));
    }

    private static void checkHeader(String file, List<String> columns) {
        if (columns.isEmpty()) {
            throw new DomainException(new InputError(
                    "met.empty", file, 0, "", "", new BilingualText("带表头的表格", "a table with a header row")));
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.indexOf(columns.get(i)) != i) {
                throw new DomainException(new InputError(
                        "met.column-twice",
                        file,
                        1,
                        columns.get(i),
                        "",
                        new BilingualText("每列只出现一次", "each column only once")));
            }
        }
    }

    private static char delimiterOf(String header) {
        if (header.indexOf('\t') >= 0) {
            return '\t';
        }
        return header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    private static List<String> split(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Position of a column that must be there. */
    int required(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new DomainException(new InputError(
                    "met.column-missing",
                    file,
                    1,
                    column,
                    String.join(",", columns),
                    new BilingualText("有 " + column + " 列的表头", "a header with a column " + column)));
        }
        return at;
    }

    /** The error of a cell. */
    InputError fault(String code, Row row, int column, BilingualText expected) {
        return new InputError(
                code, file, row.line(), columns.get(column), row.cells().get(column), expected);
    }

    /** A number of a small table whose cells must all be right. */
    double number(Row row, int column, double least, double greatest) {
        try {
            double value = Double.parseDouble(row.cells().get(column));
            if (value >= least && value <= greatest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below with what was expected
        }
        String range = plain(least) + "–" + plain(greatest);
        throw new DomainException(
                fault("met.value", row, column, new BilingualText(range + " 之间的数", "a number of " + range)));
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
