package org.lantian.standards.document;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One table of rules, a CSV file below {@code resources/standards}. Each row has the columns {@code status} and
 * {@code source}.
 *
 * <p>The files are part of the product, so a fault in one is a fault of ours: it fails with file, line and field.
 */
public final class RuleTable {

    private final String name;
    private final List<Row> rows;

    private RuleTable(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Reads a table by its path below {@code resources/standards}. */
    public static RuleTable read(String path) {
        try (InputStream in = RuleTable.class.getResourceAsStream("/standards/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no rule file standards/" + path);
            }
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return new RuleTable(
                        path, reader.stream().map(csv -> new Row(path, csv)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Row> rows() {
        return rows;
    }

    /** The row whose field {@code key} holds {@code value}; fails when there is none. */
    public Row row(String key, String value) {
        return rows.stream()
                .filter(row -> row.text(key).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "standards/" + name + " has no row with " + key + " = \"" + value + "\""));
    }

    /** The row of a rule in a table of columns {@code rule,value}. */
    public Row rule(String rule) {
        return row("rule", rule);
    }

    /** One row. */
    public static final class Row {
        private final String file;
        private final NamedCsvRecord csv;

        private Row(String file, NamedCsvRecord csv) {
            this.file = file;
            this.csv = csv;
        }

        /** The text of a field that must not be empty. */
        public String text(String field) {
            return find(field).orElseThrow(() -> fault(field, "", "a value"));
        }

        /** The text of a field that may be empty. */
        public Optional<String> find(String field) {
            return csv.findField(field).filter(text -> !text.isBlank());
        }

        public int integer(String field) {
            return decimal(field).intValueExact();
        }

        public BigDecimal decimal(String field) {
            String text = text(field);
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw fault(field, text, "a number");
            }
        }

        public LocalDate date(String field) {
            return findDate(field).orElseThrow(() -> fault(field, "", "YYYY-MM-DD"));
        }

        public Optional<LocalDate> findDate(String field) {
            return find(field).map(text -> {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeException e) {
                    throw fault(field, text, "YYYY-MM-DD");
                }
            });
        }

        public Provenance provenance() {
            String status = text("status");
            try {
                return new Provenance(StandardStatus.parse(status), text("source"));
            } catch (IllegalArgumentException e) {
                throw fault("status", status, "read or unverified");
            }
        }

        /** The fault of a field whose value is not what the reader expects. */
        public IllegalStateException fault(String field, String value, String expected) {
            return new IllegalStateException("standards/" + file + " line " + csv.getStartingLineNumber() + ", field "
                    + field + " is \"" + value + "\", expected " + expected);
        }
    }
}
