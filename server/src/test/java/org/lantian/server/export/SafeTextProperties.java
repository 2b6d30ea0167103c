package org.lantian.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A text in an export")
class SafeTextProperties {

    /** How formulas begin: OWASP's list with the full-width forms. */
    private static final String BEGINNINGS = "=+-@＝＋－＠\t\r\n\u0000";

    @Provide
    Arbitrary<String> dangerous() {
        Arbitrary<String> blanks = Arbitraries.strings()
                .withChars(" \t\u00a0\ufeff\u200b\u3000\r\n")
                .ofMaxLength(3);
        Arbitrary<String> begin = Arbitraries.of("=", "+", "-", "@", "＝", "＋", "－", "＠");
        Arbitrary<String> rest =
                Arbitraries.strings().withChars("cmd|' /C calc'!A0,;\"\n1+(").ofMaxLength(30);
        return blanks.flatMap(b -> begin.flatMap(c -> rest.map(r -> b + c + r)));
    }

    @Property
    @Label("is never a formula, whatever white space stands before it")
    void neverFormula(@ForAll("dangerous") String text) {
        String cell = SafeText.cell(text);
        if (!text.matches("[+-][0-9.]+")) {
            assertThat(cell).isEqualTo("'" + text);
        }
        assertThat(SafeText.cell(cell)).isEqualTo(cell);
    }

    @Property
    @Label("comes back from CSV as one cell, which no reader takes for a formula, whatever its separator")
    void oneCell(@ForAll("dangerous") String text) {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            List<String> cells = split(SafeText.csv(text), separator);
            if (separator == ',') {
                assertThat(cells).hasSize(1);
            }
            for (String cell : cells) {
                String shown = cell.strip();
                assertThat(shown.isEmpty() || shown.matches("[+-][0-9.]+") || BEGINNINGS.indexOf(shown.charAt(0)) < 0)
                        .as("%s read with %s: %s", text, separator, cells)
                        .isTrue();
            }
        }
    }

    @Property
    @Label("that is harmless stays as it is")
    void harmless(@ForAll("harmlessTexts") String text) {
        assertThat(SafeText.cell(text)).isEqualTo(text);
        assertThat(split(SafeText.csv(text), ',')).containsExactly(text);
    }

    @Provide
    Arbitrary<String> harmlessTexts() {
        return Arbitraries.strings().withChars("张三abc 123.,\"").ofMaxLength(20).filter(text -> !text.startsWith(" "));
    }

    @Example
    @Label("keeps signed numbers, and tables keep their shape")
    void numbers() {
        assertThat(SafeText.cell("-12.5")).isEqualTo("-12.5");
        assertThat(SafeText.cell("+3e-4")).isEqualTo("+3e-4");
        assertThat(SafeText.cell("-12-5")).isEqualTo("'-12-5");
        StringWriter out = new StringWriter();
        CsvTable table = new CsvTable(out, "name", "value");
        table.row(List.of("=1+1", -5));
        table.row(java.util.Arrays.asList("a,\"b\"", null));
        assertThat(out.toString()).isEqualTo("\uFEFFname,value\n'=1+1,-5\n\"a,\"\"b\"\"\",\n");
    }

    @Example
    @Label("fits into a cell of a workbook, without what XML cannot hold")
    void sheet() {
        assertThat(SheetTable.text("a\u0001b")).isEqualTo("a\uFFFDb");
        assertThat(SheetTable.text("x".repeat(40_000))).hasSize(32_767);
        assertThat(SheetTable.text("=HYPERLINK(\"x\")")).startsWith("'=");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetTable table = new SheetTable(out, "audit", List.of("a", "b"))) {
            table.row(List.of("=1+1", 7));
        }
        assertThat(out.toByteArray()).startsWith('P', 'K');
    }

    /** As a reader with this separator splits a record: quotes count only at the beginning of a cell. */
    private static List<String> split(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean begin = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (quoted && c == '"') {
                quoted = false;
            } else if (begin && c == '"') {
                quoted = true;
                begin = false;
            } else if (!quoted && c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
                begin = true;
            } else {
                cell.append(c);
                begin = false;
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
