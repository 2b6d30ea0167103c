package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.quantities.DomainException;

@DisplayName("XLSX workbooks")
class WorkbookFilesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    @DisplayName("the long layout, with times as dates or as text")
    void longLayout() throws IOException {
        Path file = workbook(sheet -> {
            row(sheet, 0, "station", "time", "pollutant", "value");
            row(sheet, 1, "2160A", "2019-01-01T08:00", "pm25", 35);
            row(sheet, 2, "2160A", null, "co", 1.1);
            sheet.value(2, 1, LocalDateTime.of(2019, 1, 1, 9, 0));
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm").set();
        });
        assertThat(Collected.of(file).printed())
                .containsExactly("2160A 2019-01-01T08:00 PM2.5 35.0", "2160A 2019-01-01T09:00 CO 1.1");
    }

    @Test
    @DisplayName("every hour of a day survives being a binary date")
    void allHours() throws IOException {
        Path file = workbook(sheet -> {
            row(sheet, 0, "station", "time", "pollutant", "value");
            for (int hour = 0; hour < 24; hour++) {
                row(sheet, hour + 1, "A", null, "o3", hour);
                sheet.value(hour + 1, 1, LocalDateTime.of(2019, 7, 9, hour, 0));
                sheet.style(hour + 1, 1).format("yyyy/m/d h:mm").set();
            }
        });
        Collected read = Collected.of(file);
        assertThat(read.rejected).isEmpty();
        assertThat(read.values)
                .hasSize(24)
                .allSatisfy(value ->
                        assertThat(value.hour()).isEqualTo(String.format("2019-07-09T%02d:00", (int) value.value())));
    }

    @Test
    @DisplayName("the national layout; blank cells at the end of a row are missing values")
    void national() throws IOException {
        Path file = workbook(sheet -> {
            row(sheet, 0, "date", "hour", "type", "1001A", "1002A");
            row(sheet, 1, 20190101, 3, "SO2", 7, null);
            row(sheet, 2, "20190101", "4", "SO2", null, "8");
        });
        assertThat(Collected.of(file).printed())
                .containsExactly("1001A 2019-01-01T03:00 SO2 7.0", "1002A 2019-01-01T04:00 SO2 8.0");
    }

    @Test
    @DisplayName("a formula is rejected, never computed; the other cells are taken")
    void formula() throws IOException {
        Path file = workbook(sheet -> {
            row(sheet, 0, "station", "time", "pollutant", "value");
            row(sheet, 1, "A", "2019-01-01T08:00", "o3", null);
            sheet.formula(1, 3, "1+1");
            row(sheet, 2, "A", "2019-01-01T09:00", "o3", 5);
        });
        Collected read = Collected.of(file);
        assertThat(read.printed()).containsExactly("A 2019-01-01T09:00 O3 5.0");
        assertThat(read.rejected).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("import.formula");
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.value()).isEqualTo("=1+1");
        });
    }

    @Test
    @DisplayName("a gzipped workbook is read too")
    void gzipped() throws IOException {
        Path plain = workbook(sheet -> {
            row(sheet, 0, "station", "time", "pollutant", "value");
            row(sheet, 1, "A", "2019-01-01T08:00", "o3", 5);
        });
        Path packed = Files.write(folder.resolve("a.xlsx.gz"), Samples.packed(Files.readAllBytes(plain)));
        assertThat(Collected.of(packed).values).hasSize(1);
    }

    @Test
    @DisplayName("a zip bomb is refused before it is parsed")
    void zipBomb() throws IOException {
        Path file = zip("xl/worksheets/sheet1.xml", 300 << 20);
        long before = System.nanoTime();
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.zip-bomb");
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Test
    @DisplayName("a workbook with too much shared text is refused")
    void sharedTextBomb() throws IOException {
        Path file = zip("xl/sharedStrings.xml", 65 << 20);
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.zip-bomb");
    }

    @Test
    @DisplayName("a workbook cut in the middle, and a zip that is no workbook")
    void damaged() throws IOException {
        Path whole = workbook(sheet -> row(sheet, 0, "station", "time", "pollutant", "value"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Collected.of(cut))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("import.truncated");
        Path other = folder.resolve("other.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Collected.of(other)).hasMessageContaining("import.not-a-workbook");
    }

    @Test
    @DisplayName("entities in a workbook's XML are not expanded")
    void entities() throws IOException {
        Path plain = workbook(sheet -> row(sheet, 0, "station", "time", "pollutant", "value"));
        Path hostile = folder.resolve("hostile.xlsx");
        String laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
                        + "<sst><si><t>station&c;&d;</t></si></sst>";
        try (var in = new java.util.zip.ZipFile(plain.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(hostile))) {
            for (var entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    out.write(laughs.getBytes(StandardCharsets.UTF_8));
                } else {
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }
        assertThatThrownBy(() -> Collected.of(hostile))
                .isInstanceOf(DomainException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage()).doesNotContain("aaaa").doesNotContain("root:"));
    }

    private Path workbook(Consumer<Worksheet> content) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("data"));
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, @org.jspecify.annotations.Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell instanceof String text) {
                sheet.value(row, i, text);
            } else if (cell instanceof Number number) {
                sheet.value(row, i, number);
            }
        }
    }

    private Path zip(String bombName, int size) throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(bombName));
            byte[] zeros = new byte[1 << 20];
            for (int written = 0; written < size; written += zeros.length) {
                zip.write(zeros);
            }
        }
        return file;
    }
}
