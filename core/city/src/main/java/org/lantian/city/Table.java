package org.lantian.city;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one CSV file of a pack: UTF-8, a header with exactly the columns asked for, in any order. */
final class Table {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9})");

    private final String file;
    private final Problems problems;

    private Table(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The rows of the file that have as many fields as the header; none when the file itself is at fault, which is
     * then among the problems.
     *
     * @param file path relative to the folder, as messages name it
     */
    static List<Row> read(Path folder, String file, List<String> columns, Problems problems) {
        return new Table(file, problems).rows(folder.resolve(file), columns);
    }

    private List<Row> rows(Path path, List<String> columns) {
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = parser(text.get())) {
            Optional<Map<String, Integer>> header = Optional.empty();
            for (CsvRecord csv : reader) {
                if (header.isEmpty()) {
                    header = header(csv, columns);
                    if (header.isEmpty()) {
                        return List.of();
                    }
                } else if (csv.getFieldCount() != header.get().size()) {
                    wrongFieldCount(csv, header.get().size());
                } else {
                    rows.add(new Row(file, csv, header.get(), problems));
                }
            }
            if (header.isEmpty()) {
                emptyFile(columns);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            problems.error(
                    "not-csv",
                    file,
                    lineIn(String.valueOf(e.getMessage())),
                    "",
                    "",
                    "完整的 CSV（每个引号都要闭合）",
                    "complete CSV (each quote closed)");
        } catch (IOException e) {
            // The reader works on a string in memory: closing it cannot fail.
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Rows of the wrong length are let through: this class reports them with what was expected. */
    private static CsvReader<CsvRecord> parser(String text) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
    }

    /** The line of which the parser's message speaks; 0 when it speaks of none. */
    private static long lineIn(String message) {
        Matcher line = LINE.matcher(message);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private Optional<String> text(Path path) {
        if (Files.isDirectory(path)) {
            problems.error("not-a-file", file, 0, "", "", "文件，而不是文件夹", "a file, not a folder");
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            problems.error("unreadable", file, 0, "", e.toString(), "可读的文件", "a file that can be read");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            problems.error(
                    "not-utf8", file, lineOf(bytes, in.position()), "", "", "UTF-8 编码的文本", "text encoded as UTF-8");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static long lineOf(byte[] bytes, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private Optional<Map<String, Integer>> header(CsvRecord csv, List<String> columns) {
        int before = problems.count();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < csv.getFieldCount(); i++) {
            String name = csv.getField(i).strip();
            if (positions.put(name, i) != null) {
                headerError("column-twice", csv, name, "每个列名只出现一次", "each column name once");
            } else if (!columns.contains(name)) {
                headerError("column-unknown", csv, name, "以下列名：" + list(columns), "these columns: " + list(columns));
            }
        }
        Set<String> missing = new LinkedHashSet<>(columns);
        missing.removeAll(positions.keySet());
        for (String name : missing) {
            headerError("column-missing", csv, name, "表头中有这一列", "this column in the header");
        }
        return problems.count() == before ? Optional.of(positions) : Optional.empty();
    }

    private void headerError(String code, CsvRecord csv, String column, String zh, String en) {
        problems.error(code, file, csv.getStartingLineNumber(), column, "", zh, en);
    }

    private void wrongFieldCount(CsvRecord csv, int expected) {
        problems.error(
                "field-count",
                file,
                csv.getStartingLineNumber(),
                "",
                String.join(",", csv.getFields()),
                expected + " 个字段（含逗号的文字要加引号）",
                expected + " fields (quote texts that have a comma)");
    }

    private void emptyFile(List<String> columns) {
        problems.error("empty-file", file, 0, "", "", "表头：" + list(columns), "a header: " + list(columns));
    }

    private static String list(List<String> columns) {
        return String.join(",", columns);
    }
}
