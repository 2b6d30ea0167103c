package org.lantian.server.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("The list of imports, and the files that were imported")
class ImportListTest {

    private static final String HEADER = "station,time,pollutant,value";
    private static final String ROW = "2160A,2019-03-01T01:00,pm25,";

    private final TestServer server;
    private final Uploads uploads;
    private final JdbcClient jdbc;

    @Autowired
    ImportListTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.uploads = new Uploads(server);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void cleared() {
        jdbc.sql("DELETE FROM observation_revision").update();
        jdbc.sql("DELETE FROM station_day").update();
        jdbc.sql("DELETE FROM import_rejection").update();
        jdbc.sql("DELETE FROM air_import").update();
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.getAsAdministrator("/api/v1/imports?limit=2&" + query + cursor)
                    .json();
            page.get("items").forEach(item -> names.add(item.get("fileName").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return names;
    }

    @Test
    @DisplayName("comes page by page in the order asked for, and is filtered")
    void list() {
        uploads.upload("b.csv", HEADER, ROW + 30).finish();
        uploads.upload("c.csv", HEADER, ROW + 31, "2160A,2019-03-01T02:00,pm25,x")
                .finish();
        uploads.upload("A_1.csv", HEADER, ROW + 32).dryRun().finish();
        uploads.upload("broken.csv", HEADER, "9999A,2019-03-01T01:00,pm25,30").finish();
        assertThat(names("")).containsExactly("broken.csv", "A_1.csv", "c.csv", "b.csv");
        assertThat(names("sort=fileName")).containsExactly("A_1.csv", "b.csv", "broken.csv", "c.csv");
        assertThat(names("sort=-rejected").getFirst()).isEqualTo("c.csv");
        assertThat(names("state=done")).containsExactly("A_1.csv", "c.csv", "b.csv");
        assertThat(names("state=failed")).containsExactly("broken.csv");
        assertThat(names("state=open")).isEmpty();
        assertThat(names("dryRun=true")).containsExactly("A_1.csv");
        assertThat(names("q=a_")).containsExactly("A_1.csv");
        assertThat(names("by=command-line")).hasSize(4);
        assertThat(names("by=nobody")).isEmpty();
        assertThat(names("from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(names("until=2999-01-01T00:00:00Z")).hasSize(4);
        assertThat(server.getAsAdministrator("/api/v1/imports?state=lost").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("revisions and flagged values come page by page")
    void values() {
        uploads.upload("a.csv", HEADER, ROW + 30, "2160A,2019-03-01T02:00,pm25,-3", "2160A,2019-03-01T02:00,pm10,-4")
                .finish();
        for (int value = 31; value < 34; value++) {
            uploads.upload("a.csv", HEADER, ROW + value).finish();
        }
        List<String> old = new ArrayList<>();
        List<String> flagged = new ArrayList<>();
        collect("/api/v1/data/revisions?from=2019-03-01&to=2019-03-01&limit=2", old, "oldValue");
        collect("/api/v1/data/flags?from=2019-03-01&to=2019-03-01&limit=1", flagged, "parameter");
        assertThat(old).containsExactly("32.0", "31.0", "30.0");
        assertThat(flagged).containsExactly("pm10", "pm25");
    }

    private void collect(String address, List<String> into, String field) {
        String cursor = "";
        do {
            JsonNode page = server.getAsAdministrator(address + cursor).json();
            page.get("items").forEach(item -> into.add(item.get(field).asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
    }

    @Test
    @DisplayName(
            "an imported file can be had again byte for byte by who may see imports, each reading audited; nobody takes it off")
    void original() {
        byte[] packed = gzip(HEADER + "\n" + ROW + "30\n");
        JsonNode done = uploads.upload("三月 数据.csv.gz", packed).finish();
        String original = done.get("original").asString();
        String sha256 = done.get("sha256").asString();
        assertThat(original).isEqualTo("/api/v1/files/" + sha256 + "/original");
        BrowserSession reader = server.asRole(Role.LEADER);
        TestServer.Answer answer = reader.call("GET", original, "");
        assertThat(answer.raw().body()).isEqualTo(packed);
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("%E4%B8%89%E6%9C%88%20%E6%95%B0%E6%8D%AE.csv.gz");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'file.read' AND entity_id = ?")
                        .param(sha256)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(server.asRole(Role.PLANT).call("GET", original, "").status()).isEqualTo(404);
        String use = "/api/v1/files/" + sha256 + "/uses?entityType=import-original&entityId="
                + done.get("id").asInt();
        assertThat(server.asRole(Role.CITY_OFFICE).call("DELETE", use, "").status())
                .isEqualTo(404);
        JsonNode listed = reader.call(
                        "GET",
                        "/api/v1/files/uses?entityType=import-original&entityId="
                                + done.get("id").asInt(),
                        "")
                .json();
        assertThat(listed).hasSize(1);
        assertThat(uploads.upload("again.csv.gz", packed)
                        .finish()
                        .get("original")
                        .asString())
                .as("one content, kept once")
                .isEqualTo(original);
    }

    @Test
    @DisplayName("what was only tried, or failed, is not kept")
    void notKept() {
        JsonNode tried = uploads.upload("t.csv", HEADER, ROW + 47.25).dryRun().finish();
        JsonNode failed = uploads.upload("f.csv", HEADER, "9999A,2019-03-01T01:00,pm25,30")
                .finish();
        for (JsonNode one : List.of(tried, failed)) {
            assertThat(one.get("original").isNull()).isTrue();
            assertThat(server.getAsAdministrator(
                                    "/api/v1/files/" + one.get("sha256").asString() + "/original")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
