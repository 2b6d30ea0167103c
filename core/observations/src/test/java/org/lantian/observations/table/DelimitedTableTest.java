package org.lantian.observations.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Splitting of delimited text")
class DelimitedTableTest {

    @Property
    @Label("equals what a plain CSV library reads, whatever the quotes, line ends and buffers")
    void equalsReference(@ForAll("tables") List<List<String>> rows) throws Exception {
        StringBuilder text = new StringBuilder("head,er\r\n");
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : ",").append(quoted(row.get(i)));
            }
            text.append(row.size() % 2 == 0 ? "\n" : "\r\n");
        }
        List<List<String>> expected = new ArrayList<>();
        try (CsvReader<de.siegmar.fastcsv.reader.CsvRecord> csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.toString())) {
            csv.forEach(record -> {
                List<String> fields =
                        record.getFields().stream().map(String::strip).toList();
                if (!fields.stream().allMatch(String::isEmpty)) {
                    expected.add(fields);
                }
            });
        }
        assertThat(read(text.toString())).isEqualTo(expected);
    }

    @Property(tries = 5)
    @Label("rows longer than the first buffer stay whole")
    void longRows() {
        String cell = "x".repeat(1000);
        String row = String.join(",", java.util.Collections.nCopies(700, cell));
        List<List<String>> rows = read("a,b\n" + row + "\n1,2\n" + row);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).hasSize(700).containsOnly(cell);
        assertThat(rows.get(2)).containsExactly("1", "2");
        assertThat(rows.get(3)).hasSize(700).containsOnly(cell);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("ab12.,\"\n晋城 ").ofMaxLength(6);
        return cell.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(30);
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n]*") && cell.strip().equals(cell) ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static List<List<String>> read(String text) {
        DelimitedTable table =
                new DelimitedTable("a.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<List<String>> rows = new ArrayList<>();
        while (table.next()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.cells(); i++) {
                cells.add(table.text(i).strip());
            }
            if (!cells.stream().allMatch(String::isEmpty)) {
                rows.add(cells);
            }
        }
        return rows;
    }
}
