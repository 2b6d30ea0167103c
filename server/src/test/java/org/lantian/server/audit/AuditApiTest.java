package org.lantian.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainEncoding;
import org.lantian.audit.ChainedEvent;
import org.lantian.server.access.Role;
import org.lantian.server.jobs.Jobs;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LantianTest(city = LantianTest.GENERATED)
@DisplayName("The audit over HTTP")
class AuditApiTest {

    private final TestServer server;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final BrowserSession auditor;
    private final JsonMapper mapper = new JsonMapper();

    @Autowired
    AuditApiTest(TestServer server, AuditLog audit, JdbcClient jdbc, Jobs jobs) {
        this.server = server;
        this.audit = audit;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.auditor = server.asRole(Role.AUDIT_ADMINISTRATOR);
    }

    private JsonNode get(String path) {
        TestServer.Answer answer = auditor.call("GET", path, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> subjects(JsonNode page) {
        List<String> subjects = new ArrayList<>();
        page.get("items").forEach(item -> subjects.add(item.get("subject").asString()));
        return subjects;
    }

    private void write(String subject, String entityId) {
        audit.recordAlone(Event.of("data.exported")
                .on(EntityRef.of("import", entityId), subject)
                .reason("测试"));
    }

    @Test
    @DisplayName(
            "is searched by thing, word, group of words, actor, time and text, page by page without loss or repeat")
    void search() {
        for (int i = 0; i < 7; i++) {
            write("page " + i, "search");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/audit/events?entityType=import&entityId=search&limit=3" + cursor);
            seen.addAll(subjects(page));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("page 6", "page 5", "page 4", "page 3", "page 2", "page 1", "page 0");
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&q=PAGE%203")))
                .containsExactly("page 3");
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&q=100%25")))
                .isEmpty();
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&action=data.")))
                .hasSize(7);
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&action=dat.")))
                .isEmpty();
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&actor=system")))
                .hasSize(7);
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&actor=nobody")))
                .isEmpty();
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&from=2999-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(subjects(get("/api/v1/audit/events?entityId=search&until=2999-01-01T00:00:00%2B08:00")))
                .hasSize(7);
        assertThat(auditor.call("GET", "/api/v1/audit/events?from=gestern", "").status())
                .isEqualTo(400);
        for (String field : List.of("actor", "action", "address", "entityType", "entityId", "q")) {
            JsonNode none =
                    get("/api/v1/audit/events?" + field + "=%27%20OR%201%3D1%3B%20DROP%20TABLE%20audit_event--");
            assertThat(none.get("items").isEmpty()).as(field).isTrue();
        }
    }

    record State(String name, @Personal String phone, String password) {}

    @Test
    @DisplayName("shows a personal text only in one event, and that is an event")
    void personal() {
        audit.recordAlone(Event.of("data.exported")
                .on(EntityRef.of("import", "person"), "who")
                .after(new State("张三", "13912345678", "hunter2hunter2")));
        JsonNode item = get("/api/v1/audit/events?entityId=person").at("/items/0");
        assertThat(item.toString()).doesNotContain("13912345678").doesNotContain("hunter2");
        assertThat(item.at("/personal/0/name").asString()).isEqualTo("after.phone");
        JsonNode one = get("/api/v1/audit/events/" + item.get("sequence").asLong());
        assertThat(one.at("/personal/0/text").asString()).isEqualTo("13912345678");
        assertThat(get("/api/v1/audit/events?action=personal.read")
                        .at("/items/0/after/names/0")
                        .asString())
                .isEqualTo("after.phone");
    }

    @Test
    @DisplayName(
            "is exported as CSV, XLSX and JSON Lines, guarded against formulas, each export an event, each line computable")
    void export() throws IOException {
        write("=HYPERLINK(\"http://evil\")", "export");
        write("plain", "export");
        TestServer.Answer csv = auditor.call("GET", "/api/v1/audit/export?format=CSV&entityId=export", "");
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        assertThat(csv.header("Content-Disposition")).startsWith("attachment");
        assertThat(csv.header("Lantian-Rows")).isEqualTo("2");
        assertThat(csv.text())
                .startsWith("\uFEFF序号,")
                .contains("\"'=HYPERLINK(\"\"http://evil\"\")\"")
                .contains("plain");
        TestServer.Answer xlsx = auditor.call("GET", "/api/v1/audit/export?format=XLSX&entityId=export", "");
        assertThat(sheet(xlsx.raw().body())).contains("&apos;=HYPERLINK").doesNotContain("<f>");
        String lines =
                auditor.call("GET", "/api/v1/audit/export?format=JSONL", "").text();
        String previous = "0".repeat(64);
        for (String line : lines.strip().split("\n")) {
            JsonNode event = mapper.readTree(line);
            assertThat(event.get("previous_hash").asString()).isEqualTo(previous);
            List<String> names = ChainedEvent.HASHED;
            @Nullable String[] columns = new @Nullable String[names.size()];
            for (int i = 0; i < columns.length; i++) {
                JsonNode value = event.get(names.get(i));
                columns[i] = value.isNull() ? null : value.asString();
            }
            assertThat(ChainEncoding.hash(columns)).isEqualTo(event.get("hash").asString());
            previous = event.get("hash").asString();
        }
        assertThat(get("/api/v1/audit/events?action=audit.exported&limit=3")
                        .get("items")
                        .size())
                .isEqualTo(3);
    }

    private static String sheet(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("lantian-audit", ".xlsx");
        try {
            Files.write(file, workbook);
            StringBuilder all = new StringBuilder();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return all.toString();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @DisplayName("is anchored and proved as a job; a chain cut behind the anchor is named")
    void anchorAndProof() throws InterruptedException {
        TestServer.Answer made = auditor.call("POST", "/api/v1/audit/anchors", "");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String file = auditor.call(
                        "GET", "/api/v1/audit/anchors/" + made.json().get("id").asString(), "")
                .text();
        assertThat(Anchor.parse("a", file).sequence())
                .isEqualTo(made.json().get("sequence").asLong());
        assertThat(get("/api/v1/audit/anchors").at("/items/0/hash").asString())
                .isEqualTo(made.json().get("hash").asString());
        JsonNode sound = verify(file);
        assertThat(sound.get("ok").asBoolean()).as(sound.toString()).isTrue();
        assertThat(get("/api/v1/audit/state").at("/lastVerified/after/ok").asBoolean())
                .isTrue();
        assertThat(auditor.call("POST", "/api/v1/audit/verification", "{\"anchors\":[\"nonsense\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(auditor.call("GET", "/api/v1/audit/anchors/..%2F..%2Fsecrets%2Faudit.key", "")
                        .status())
                .isIn(400, 404);
        assertThat(auditor.call("GET", "/api/v1/audit/anchors/x", "").status()).isEqualTo(404);
    }

    private JsonNode verify(String anchor) throws InterruptedException {
        TestServer.Answer begun = auditor.call(
                "POST", "/api/v1/audit/verification", mapper.writeValueAsString(Map.of("anchors", List.of(anchor))));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        return mapper.valueToTree(
                jobs.await(begun.json().get("job").asLong(), job -> {}).result());
    }

    @Test
    @DisplayName("is exported as a job too, whose file is fetched by who asked for it")
    void exportJob() throws InterruptedException {
        write("in a job", "job-export");
        TestServer.Answer begun = auditor.call(
                "POST", "/api/v1/audit/exports", "{\"format\":\"CSV\",\"filter\":{\"entityId\":\"job-export\"}}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        long job = begun.json().get("job").asLong();
        assertThat(jobs.await(job, watched -> {}).result().get("events")).isEqualTo(1);
        assertThat(auditor.call("GET", "/api/v1/jobs/" + job + "/result", "").text())
                .contains("in a job");
        BrowserSession system = server.asRole(Role.SYSTEM_ADMINISTRATOR);
        assertThat(system.call("GET", "/api/v1/jobs/" + job, "").status())
                .as("sees all jobs")
                .isEqualTo(200);
        assertThat(system.call("GET", "/api/v1/jobs/" + job + "/result", "").status())
                .as("but not the audit")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("records who was refused, and sums up a flood")
    void refusals() {
        long before = refused();
        for (int i = 0; i < 12; i++) {
            assertThat(server.get("/api/v1/audit/events").status()).isEqualTo(401);
        }
        assertThat(refused() - before).isBetween(1L, 5L);
        assertThat(get("/api/v1/audit/events?action=access.refused&limit=1")
                        .at("/items/0/actor")
                        .asString())
                .isEqualTo("anonymous");
        BrowserSession inspector = server.asRole(Role.INSPECTOR);
        assertThat(inspector.call("GET", "/api/v1/audit/events", "").status()).isEqualTo(403);
        assertThat(inspector.call("GET", "/api/v1/audit/export", "").status()).isEqualTo(403);
        for (Role administrator : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)) {
            assertThat(server.asRole(administrator)
                            .call("GET", "/api/v1/audit/events", "")
                            .status())
                    .isEqualTo(403);
        }
    }

    private long refused() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'access.refused'")
                .query(Long.class)
                .single();
    }
}
