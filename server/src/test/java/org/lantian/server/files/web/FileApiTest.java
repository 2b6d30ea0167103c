package org.lantian.server.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.files.internal.Samples;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@LantianTest
@TestPropertySource(properties = "lantian.files.quota=100KB")
@DisplayName("Files over HTTP")
class FileApiTest {

    private static final String BOUNDARY = "----lantian-test";
    private static final AtomicInteger CONTENTS = new AtomicInteger();

    private final TestServer server;
    private final JdbcClient jdbc;
    private final LantianSettings settings;

    @Autowired
    FileApiTest(TestServer server, JdbcClient jdbc, LantianSettings settings) {
        this.server = server;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    private TestServer.Answer upload(BrowserSession browser, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return server.send(
                "POST",
                "/api/v1/files",
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY,
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"),
                "Cookie",
                "LANTIAN_SESSION=" + browser.cookie("LANTIAN_SESSION") + "; XSRF-TOKEN="
                        + browser.cookie("XSRF-TOKEN"));
    }

    private JsonNode uploaded(BrowserSession browser, String name, byte[] content) {
        TestServer.Answer answer = upload(browser, name, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static byte[] text() {
        return Samples.bytes("text " + CONTENTS.incrementAndGet());
    }

    private long events(String action, String sha256) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = ? AND entity_id = ?")
                .params(action, sha256)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("the original comes back byte for byte, as an attachment that runs nothing; each reading is audited")
    void original() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        byte[] photo = Samples.photo(40, 20, 6, "112.85E 35.49N");
        JsonNode file = uploaded(browser, "现场 照片.jpg", photo);
        String sha256 = file.get("sha256").asString();
        assertThat(file.get("kind").asString()).isEqualTo("picture");
        TestServer.Answer original = browser.call("GET", file.get("original").asString(), "");
        assertThat(original.raw().body()).isEqualTo(photo);
        assertThat(original.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.jpg");
        assertThat(original.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(original.raw().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
        browser.call("GET", file.get("original").asString(), "");
        assertThat(events("file.read", sha256)).isEqualTo(2);
        assertThat(events("file.stored", sha256)).isEqualTo(1);
    }

    @Test
    @DisplayName("a page shows the picture drawn anew and upright, without place and camera")
    void picture() throws IOException {
        BrowserSession browser = server.asRole(Role.COUNTY);
        JsonNode file = uploaded(browser, "a.jpg", Samples.photo(400, 200, 6, "112.85E 35.49N"));
        for (String name : List.of("picture", "thumbnail")) {
            TestServer.Answer picture = browser.call("GET", file.get(name).asString(), "");
            assertThat(picture.status()).isEqualTo(200);
            assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(new String(picture.raw().body(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("112.85E", "Exif");
            var drawn = ImageIO.read(new ByteArrayInputStream(picture.raw().body()));
            assertThat(drawn.getHeight()).isEqualTo(name.equals("picture") ? 400 : 320);
            assertThat(drawn.getWidth()).isEqualTo(drawn.getHeight() / 2);
        }
        JsonNode note = uploaded(browser, "a.txt", text());
        assertThat(note.get("picture").isNull()).isTrue();
        assertThat(browser.call("GET", "/api/v1/files/" + note.get("sha256").asString() + "/picture", "")
                        .status())
                .isEqualTo(415);
    }

    @Test
    @DisplayName("somebody else's file does not exist, until a thing uses it that one may see")
    void foreign() {
        BrowserSession owner = server.asRole(Role.CITY_OFFICE);
        BrowserSession reader = server.asRole(Role.LEADER);
        BrowserSession plant = server.asRole(Role.PLANT);
        String sha256 = uploaded(owner, "更正说明.txt", text()).get("sha256").asString();
        int importId = jdbc.sql("""
                INSERT INTO air_import (file_name, file_is_ours, file_bytes, dry_run, strict)
                VALUES ('a.csv', false, 1, false, false) RETURNING id""").query(Integer.class).single();
        List<String> paths = List.of("", "/original", "/uses");
        for (BrowserSession other : List.of(reader, plant)) {
            for (String path : paths) {
                assertThat(other.call("GET", "/api/v1/files/" + sha256 + path, "")
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
        String target = "{\"entityType\": \"import\", \"entityId\": \"" + importId + "\"}";
        assertThat(reader.call("POST", "/api/v1/files/" + sha256 + "/uses", target)
                        .status())
                .isEqualTo(404);
        TestServer.Answer attached = owner.call("POST", "/api/v1/files/" + sha256 + "/uses", target);
        assertThat(attached.status()).as(attached.text()).isEqualTo(201);
        owner.call("POST", "/api/v1/files/" + sha256 + "/uses", target);
        assertThat(events("file.attached", sha256))
                .as("once more changes nothing")
                .isEqualTo(1);

        assertThat(reader.call("GET", "/api/v1/files/" + sha256 + "/original", "")
                        .status())
                .isEqualTo(200);
        String uses = "/api/v1/files/uses?entityType=import&entityId=" + importId;
        assertThat(reader.call("GET", uses, "").json().get(0).get("name").asString())
                .isEqualTo("更正说明.txt");
        for (String path : paths) {
            assertThat(plant.call("GET", "/api/v1/files/" + sha256 + path, "").status())
                    .as("who may not see imports: " + path)
                    .isEqualTo(404);
        }
        assertThat(plant.call("GET", uses, "").status()).isEqualTo(404);
        assertThat(reader.call("DELETE", "/api/v1/files/" + sha256 + uses.substring("/api/v1/files".length()), "")
                        .status())
                .as("who may see may not take off")
                .isEqualTo(404);

        assertThat(owner.call("DELETE", "/api/v1/files/" + sha256 + uses.substring("/api/v1/files".length()), "")
                        .status())
                .isEqualTo(204);
        assertThat(reader.call("GET", "/api/v1/files/" + sha256, "").status()).isEqualTo(404);
        assertThat(owner.call("GET", "/api/v1/files/" + sha256 + "/original", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("who brings the same content gets the same answer, and learns nothing about others")
    void sameContent() {
        BrowserSession one = server.asRole(Role.COUNTY);
        BrowserSession other = server.asRole(Role.COUNTY);
        byte[] content = text();
        JsonNode first = uploaded(one, "mine.txt", content);
        JsonNode second = uploaded(other, "ours.txt", content);
        assertThat(second.get("sha256")).isEqualTo(first.get("sha256"));
        assertThat(second.get("name").asString()).isEqualTo("ours.txt");
        String path = "/api/v1/files/" + first.get("sha256").asString();
        assertThat(one.call("GET", path, "").json().get("name").asString()).isEqualTo("mine.txt");
        assertThat(other.call("GET", path, "").json().get("name").asString()).isEqualTo("ours.txt");
        assertThat(other.call("GET", "/api/v1/files", "").json().get("items")).hasSize(1);
    }

    @Test
    @DisplayName("over the quota of the account nothing more is taken, the same content again is")
    void quota() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        byte[] large = Samples.bytes("x".repeat(60_000) + CONTENTS.incrementAndGet());
        uploaded(browser, "a.txt", large);
        uploaded(browser, "same.txt", large);
        TestServer.Answer refused = upload(browser, "b.txt", Samples.bytes("y".repeat(60_000)));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().get("code").asString()).isEqualTo("files.quota");
        JsonNode quota = browser.call("GET", "/api/v1/files/quota", "").json();
        assertThat(quota.get("usedBytes").asLong()).isEqualTo(large.length);
        assertThat(quota.get("quotaBytes").asLong()).isEqualTo(102_400);
    }

    @Test
    @DisplayName("a disguised file is refused in words of both languages, and the refusal is audited")
    void disguised() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        TestServer.Answer refused = upload(browser, "a.jpg", Samples.bytes("<html><script>alert(1)</script></html>"));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.json().get("detail").asString()).contains("内容与扩展名不符", "text/html");
        assertThat(upload(browser, "a.svg", Samples.bytes("<svg/>"))
                        .json()
                        .get("detail")
                        .asString())
                .contains("不在允许之列");
        assertThat(browser.call("POST", "/api/v1/files", "").status()).isIn(400, 415);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_event WHERE action = 'file.refused' AND reason = 'files.content'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("bytes that were changed on the disk are not given out")
    void damaged() throws IOException {
        BrowserSession browser = server.asRole(Role.COUNTY);
        JsonNode file = uploaded(browser, "a.txt", text());
        String sha256 = file.get("sha256").asString();
        Path bytes = settings.dataDirectory()
                .resolve("files/store")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2));
        Files.write(bytes, new byte[] {'X'}, StandardOpenOption.WRITE);
        TestServer.Answer refused = browser.call("GET", file.get("original").asString(), "");
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.json().get("code").asString()).isEqualTo("files.damaged");
    }

    @Test
    @DisplayName("the check runs as a job of whoever asks, who may fetch its list")
    void check() throws InterruptedException {
        BrowserSession administrator = server.asRole(Role.SYSTEM_ADMINISTRATOR);
        TestServer.Answer begun = administrator.call("POST", "/api/v1/files/check", "");
        assertThat(begun.status()).isEqualTo(202);
        JsonNode job = administrator.call("GET", begun.header("Location"), "").json();
        while (List.of("queued", "running").contains(job.get("state").asString())) {
            Thread.sleep(20);
            job = administrator.call("GET", begun.header("Location"), "").json();
        }
        assertThat(job.get("state").asString()).isEqualTo("done");
        assertThat(job.get("result").get("temporary").asInt()).isZero();
        TestServer.Answer list = administrator.call("GET", job.get("resultFile").asString(), "");
        assertThat(list.text()).startsWith("\uFEFFfinding,sha256,bytes,uses,names\n");
        assertThat(server.asRole(Role.LEADER)
                        .call("POST", "/api/v1/files/check", "")
                        .status())
                .isEqualTo(403);
    }
}
