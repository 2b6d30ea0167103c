package org.lantian.cli.dispersion;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** A CSV table with a header, UTF-8 with or without BOM, whose faults name file, row, column and value. */
final class InputTable {

    private final Path file;
    private final List<NamedCsvRecord> rows;
    private final Set<String> columns;

    private InputTable(Path file, List<NamedCsvRecord> rows, Set<String> columns) {
        this.file = file;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Reads a table.
     *
     * @param needed columns that must be there
     * @param known further columns that may be there
     */
    static InputTable read(Path file, List<String> needed, List<String> known) {
        if (!Files.isRegularFile(file)) {
            throw fault(file, 0, "", "", "可读的文件", "a file that can be read");
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            reader.forEach(rows::add);
            if (rows.isEmpty()) {
                throw fault(file, 0, "", "", "表头与至少一行", "a header and one row or more");
            }
            List<String> header = rows.getFirst().getHeader();
            for (String column : needed) {
                if (!header.contains(column)) {
                    throw fault(file, 1, column, String.join(",", header), "列 " + column, "the column " + column);
                }
            }
            for (String column : header) {
                if (!needed.contains(column) && !known.contains(column)) {
                    String list = String.join(", ", needed) + ", " + String.join(", ", known);
                    throw fault(file, 1, column, "", "列名之一：" + list, "one of the columns " + list);
                }
            }
            return new InputTable(file, rows, Set.copyOf(header));
        } catch (CharacterCodingException e) {
            throw fault(file, 0, "", "", "UTF-8 编码", "UTF-8");
        } catch (CsvParseException e) {
            throw fault(file, 0, "", "", "CSV 表：" + e.getMessage(), "a CSV table: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    List<Row> rows() {
        return rows.stream().map(Row::new).toList();
    }

    private static DomainException fault(Path file, long row, String column, String value, String zh, String en) {
        return new DomainException(
                new InputError("disperse.table", file.toString(), row, column, value, new BilingualText(zh, en)));
    }

    /** One row. */
    final class Row {

        private final NamedCsvRecord cells;

        private Row(NamedCsvRecord cells) {
            this.cells = cells;
        }

        String text(String column) {
            return cells.findField(column).map(String::strip).orElse("");
        }

        /** A number in [least, greatest]; the cell must not be empty. */
        double number(String column, double least, double greatest) {
            String text = text(column);
            double value;
            try {
                value = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                value = Double.NaN;
            }
            if (!(value >= least && value <= greatest)) {
                throw fault(column, text, "数字，" + least + "…" + greatest, "a number in " + least + "…" + greatest);
            }
            return value;
        }

        /** A number, or the fallback where the cell is empty. */
        double number(String column, double least, double greatest, double fallback) {
            return text(column).isEmpty() ? fallback : number(column, least, greatest);
        }

        DomainException fault(String column, String value, String zh, String en) {
            return InputTable.fault(file, cells.getStartingLineNumber(), column, value, zh, en);
        }
    }
}
