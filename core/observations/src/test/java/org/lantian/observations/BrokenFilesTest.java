package org.lantian.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.quantities.DomainException;

@DisplayName("Broken files are refused with one clear reason")
class BrokenFilesTest {

    @TempDir
    Path folder = Path.of("");

    private Samples samples = new Samples(folder);

    @BeforeEach
    void prepare() {
        samples = new Samples(folder);
    }

    @Test
    @DisplayName("a gzipped file is read like any other, whatever its name")
    void gzip() {
        Path file = samples.gzip("a.dat", "date,hour,type,1001A", "20190101,1,SO2,7");
        assertThat(Collected.of(file).values).hasSize(1);
    }

    @Test
    @DisplayName("a gzipped file of several members is read whole")
    void gzipMembers() {
        byte[] first = Samples.packed("date,hour,type,1001A\n20190101,1,SO2,7\n".getBytes(StandardCharsets.UTF_8));
        byte[] second = Samples.packed("20190101,2,SO2,8\n".getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        assertThat(Collected.of(samples.bytes("a.gz", both)).values).hasSize(2);
    }

    @Test
    @DisplayName("a truncated gzip, at any place")
    void truncatedGzip() {
        StringBuilder text = new StringBuilder("date,hour,type,1001A\n");
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            text.append("20190101,1,SO2,").append(random.nextInt(500)).append('\n');
        }
        byte[] whole = Samples.packed(text.toString().getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {5, 100, whole.length / 2, whole.length - 1}) {
            Path file = samples.bytes("t" + length + ".gz", Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Collected.of(file))
                    .as("first %s of %s bytes", length, whole.length)
                    .isInstanceOf(DomainException.class)
                    .hasMessageContaining("import.truncated");
        }
    }

    @Test
    @DisplayName("a damaged gzip")
    void damagedGzip() {
        byte[] bytes = Samples.packed("date,hour,type,1001A\n20190101,1,SO2,7\n".getBytes(StandardCharsets.UTF_8));
        bytes[bytes.length - 6] ^= 0x55;
        Path file = samples.bytes("a.gz", bytes);
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.truncated");
    }

    @Test
    @DisplayName("an empty file, an empty gzip, a file of blank lines")
    void empty() {
        for (Path file : new Path[] {
            samples.bytes("a.csv", new byte[0]),
            samples.bytes("a.gz", Samples.packed(new byte[0])),
            samples.text("b.csv", "", " ", ""),
            samples.bytes("bom.csv", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})
        }) {
            assertThatThrownBy(() -> Collected.of(file)).as(file.toString()).hasMessageContaining("import.empty");
        }
    }

    @Test
    @DisplayName("a directory, and a file that isn't there")
    void noFile() {
        assertThatThrownBy(() -> Collected.of(folder)).hasMessageContaining("import.directory");
        assertThatThrownBy(() -> Collected.of(folder.resolve("no.csv"))).hasMessageContaining("import.no-file");
    }

    @Test
    @DisplayName("UTF-16, and bytes that are neither UTF-8 nor GBK")
    void wrongEncoding() {
        Path utf16 = samples.text("a.csv", StandardCharsets.UTF_16, "date,hour,type,晋城", "20190101,1,SO2,7");
        Path noise = samples.bytes("b.csv", new byte[] {'d', (byte) 0xFF, (byte) 0xFF, ',', 'x', '\n', '1', ',', '2'});
        for (Path file : new Path[] {utf16, noise}) {
            assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.encoding");
        }
    }

    @Test
    @DisplayName("GBK text that comes only after a megabyte of plain ASCII is still understood")
    void lateGbk() {
        StringBuilder text = new StringBuilder("station,time,pollutant,value,note\n");
        for (int i = 0; i < 40_000; i++) {
            text.append("1001A,2019-01-01T01:00,o3,7,\n");
        }
        text.append("晋城,2019-01-01T01:00,o3,8,\n");
        Path file = samples.bytes("a.csv", text.toString().getBytes(Charset.forName("GBK")));
        assertThat(Collected.of(file).stations).containsExactly("1001A", "晋城");
    }

    @Test
    @DisplayName("a file without line ends stops at the longest honest row instead of filling the memory")
    void endlessRow() {
        byte[] bytes = new byte[20 << 20];
        Arrays.fill(bytes, (byte) '7');
        Path file = samples.bytes("a.gz", Samples.packed(bytes));
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.row-too-long");
    }

    @Test
    @DisplayName("a quote that is never closed")
    void openQuote() {
        Path file = samples.text("a.csv", "station,time,pollutant,value", "\"A,2019-01-01T01:00,o3,1");
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.open-quote");
    }

    @Test
    @DisplayName("an old XLS workbook is told to become an XLSX, a zip that is no workbook is refused")
    void otherPackings() {
        byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        Path file = samples.bytes("a.xls", xls);
        assertThatThrownBy(() -> Collected.of(file)).hasMessageContaining("import.old-workbook");
    }
}
