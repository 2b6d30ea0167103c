package org.lantian.server.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("Odd and broken uploads end with a clear reason, store nothing and leave no file behind")
class BadUploadsTest {

    private static final String HEADER = "date,hour,type,2160A,2161A\n";

    private final JdbcClient jdbc;
    private final LantianSettings settings;
    private final Uploads uploads;

    @Autowired
    BadUploadsTest(TestServer server, JdbcClient jdbc, LantianSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.uploads = new Uploads(server);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(jdbc.sql("SELECT count(*) FROM station_day")
                        .query(Long.class)
                        .single())
                .isZero();
        try (var files = Files.list(settings.dataDirectory().resolve("files/imports"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @DisplayName("a truncated gzip whose first half is fine")
    void truncatedGzip() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        Random random = new Random(5);
        for (int day = 1; day <= 28; day++) {
            for (int hour = 1; hour < 24; hour++) {
                text.append(String.format("201902%02d,%d,PM2.5,%d,%d%n", day, hour, random.nextInt(300), hour));
            }
        }
        byte[] whole = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        assertFails("import.truncated", "a.csv.gz", Arrays.copyOf(whole, whole.length - 20));
    }

    @Test
    @DisplayName("an empty file, a wrong encoding, missing columns, a zip bomb")
    void brokenFiles() throws IOException {
        assertFails("import.empty", "empty.csv", new byte[0]);
        assertFails("import.encoding", "utf16.csv", HEADER.getBytes(StandardCharsets.UTF_16));
        assertFails("import.missing-column", "a.csv", "date,hour\n20190101,1\n".getBytes(StandardCharsets.UTF_8));
        assertFails("import.zip-bomb", "bomb.xlsx", bomb());
        assertFails(
                "import.mixed-midnight",
                "m.csv",
                (HEADER + "20190101,0,SO2,1,\n20190101,24,SO2,1,\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a file of nothing but future hours, absurd and text values")
    void nothingAcceptable() {
        JsonNode failed = uploads.upload(
                        "a.csv",
                        (HEADER + "20990101,1,SO2,1,2\n20190101,1,SO2,-999,abc\n").getBytes(StandardCharsets.UTF_8))
                .finish();
        assertThat(failed.get("code").asString()).isEqualTo("import.nothing-acceptable");
        assertThat(failed.get("rejected").asInt()).isEqualTo(4);
    }

    @Test
    @DisplayName("the city variant of the national files, in GBK, has no station to keep")
    void cityVariant() {
        byte[] gbk = "date,hour,type,晋城\n20190101,1,SO2,8\n".getBytes(Charset.forName("GBK"));
        JsonNode failed = uploads.upload("cities.csv", gbk).finish();
        assertThat(failed.get("code").asString()).isEqualTo("import.nothing-acceptable");
        assertThat(failed.get("skippedStations").get("晋城").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("an upload over 200 MB is answered 413 with a problem in words")
    void tooLarge() {
        var refused = uploads.postLarge(200 * 1024 + 1);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    @DisplayName("an upload without a file is answered 400")
    void noFile() {
        assertThat(uploads.new Upload().mapping("x").post().status()).isEqualTo(400);
    }

    private void assertFails(String code, String name, byte[] content) {
        JsonNode failed = uploads.upload(name, content).finish();
        assertThat(failed.get("state").asString()).as(name).isEqualTo("failed");
        assertThat(failed.get("code").asString()).as(name).isEqualTo(code);
        assertThat(failed.get("message").asString()).as(name).contains(name);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    /** A path nobody should be able to choose. */
    @Test
    @DisplayName("a name with folders in it is only ever shown")
    void pathInName() {
        JsonNode failed = uploads.upload("../../../../etc/x.csv", new byte[0]).finish();
        assertThat(failed.get("fileName").asString()).isEqualTo("x.csv");
        assertThat(Path.of("/etc/x.csv")).doesNotExist();
    }
}
