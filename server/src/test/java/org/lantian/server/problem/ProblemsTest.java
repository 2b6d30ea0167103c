package org.lantian.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@LantianTest
@Import(ProblemsTest.Faults.class)
@DisplayName("What goes wrong is told as problem details")
class ProblemsTest {

    /** Endpoints that fail in the ways that real ones might. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Faults {

        @GetMapping("/api/v1/test/bug")
        @Access(Action.READ_AIR)
        String bug() {
            throw new IllegalStateException("secret detail of the inside");
        }

        @GetMapping("/api/v1/test/input")
        @Access(Action.READ_AIR)
        String input() {
            throw new DomainException(
                    new InputError("test.bad", "f.csv", 3, "pm25", "x", new BilingualText("数字", "a number")));
        }

        @GetMapping("/api/v1/test/number")
        @Access(Action.READ_AIR)
        int number(@RequestParam int n) {
            return n;
        }

        @PostMapping("/api/v1/test/upload")
        @Access(Action.READ_AIR)
        long upload(@RequestParam MultipartFile file) {
            return file.getSize();
        }

        @GetMapping("/api/v1/test/undeclared")
        String undeclared() {
            return "never seen";
        }
    }

    private final TestServer server;

    @Autowired
    ProblemsTest(TestServer server) {
        this.server = server;
    }

    private void expect(TestServer.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:lantian:" + code);
        assertThat(answer.json().get("requestId").asString())
                .isEqualTo(answer.header("X-Request-Id"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("an unforeseen fault is 500 and shows nothing of the inside")
    void bug() {
        TestServer.Answer answer = server.get("/api/v1/test/bug");
        expect(answer, 500, "internal-error");
        assertThat(answer.text()).doesNotContain("secret", "Exception", "org.lantian");
    }

    @Test
    @DisplayName("bad input is 400 with its facts, in the language asked for, Chinese by default")
    void languages() {
        TestServer.Answer chinese = server.get("/api/v1/test/input");
        expect(chinese, 400, "test.bad");
        assertThat(chinese.json().get("detail").asString()).isEqualTo("f.csv，第 3 行，字段 pm25：“x”，应为数字");
        assertThat(chinese.json().at("/arguments/row").asInt()).isEqualTo(3);
        assertThat(server.get("/api/v1/test/input", "Accept-Language", "en-GB,en;q=0.9,zh;q=0.5")
                        .json()
                        .get("detail")
                        .asString())
                .startsWith("f.csv, row 3");
        assertThat(server.get("/api/v1/test/input", "Accept-Language", "zh-TW,en;q=0.5")
                        .json()
                        .get("detail")
                        .asString())
                .startsWith("f.csv，");
        assertThat(server.get("/api/v1/test/input", "Accept-Language", ";;;").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("a wrong or missing parameter is named")
    void parameters() {
        TestServer.Answer wrong = server.get("/api/v1/test/number?n=abc");
        expect(wrong, 400, "bad-parameter");
        assertThat(wrong.json().at("/arguments/n").asString()).isEqualTo("abc");
        TestServer.Answer missing = server.get("/api/v1/test/number");
        expect(missing, 400, "bad-parameter");
        assertThat(missing.json().get("arguments").has("n")).isTrue();
        expect(
                server.asAdministrator("GET", "/api/v1/audit/events?limit=5000", BodyPublishers.noBody()),
                400,
                "bad-parameter");
    }

    @Test
    @DisplayName("nothing there, a wrong method, a wrong type of content, broken JSON")
    void protocol() {
        expect(server.get("/api/v1/nothing"), 404, "not-found");
        expect(server.get("/assets/nothing.js"), 404, "not-found");
        TestServer.Answer method = server.asAdministrator("PUT", "/api/v1/health", BodyPublishers.noBody());
        expect(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET");
        expect(
                server.asAdministrator(
                        "POST", "/api/v1/session", BodyPublishers.ofString("a=b"), "Content-Type", "text/plain"),
                415,
                "unsupported-media-type");
        expect(server.asAdministrator("POST", "/api/v1/session", "{\"username\":"), 400, "bad-request");
        expect(server.asAdministrator("POST", "/api/v1/session", "{}"), 400, "validation");
        expect(server.get("/api/v1/health", "Accept", "application/xml"), 406, "not-acceptable");
    }

    @Test
    @DisplayName("an endpoint that does not say who may use it is refused to everybody")
    void denyByDefault() {
        expect(server.get("/api/v1/test/undeclared"), 401, "login-needed");
        expect(server.asAdministrator("GET", "/api/v1/test/undeclared", BodyPublishers.noBody()), 403, "not-allowed");
    }

    @Test
    @DisplayName("an upload over 200 MB is refused by its announced length, before anything is read")
    void tooLarge() throws IOException {
        URI address = URI.create(server.url("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String boundary = "x";
            socket.getOutputStream()
                    .write(("POST /api/v1/test/upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + server.secret() + "\r\n"
                                    + "Content-Type: multipart/form-data; boundary=" + boundary + "\r\n"
                                    + "Content-Length: 250000000\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[4096];
            while (answer.indexOf("\"too-large\"") < 0) {
                int count = socket.getInputStream().read(buffer);
                assertThat(count).as("more after %s", answer).isPositive();
                answer.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
            assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
        }
    }

    @Test
    @DisplayName("what the container itself refuses is a problem or at least shows nothing of the inside")
    void malformed() throws IOException {
        URI address = URI.create(server.url("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /a[b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
        }
    }
}
