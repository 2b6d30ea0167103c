package org.lantian.server.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;

@LantianTest
@DisplayName("Forged requests:")
class ForgeryTest {

    private final TestServer server;

    @Autowired
    ForgeryTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("no endpoint that changes anything takes a session's cookie without the CSRF token")
    void csrf() {
        BrowserSession browser = server.asRole(
                Role.CITY_OFFICE, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);
        List<String> accepted = new ArrayList<>();
        for (ApiOperation operation : ApiOperation.all(server)) {
            if (operation.changes()) {
                for (String token : List.of("", "guessed")) {
                    TestServer.Answer answer = browser.call(operation.method(), operation.address(), "{}", token);
                    if (answer.status() != 403
                            || !answer.json().path("code").asString("").equals("identity.csrf-token")) {
                        accepted.add(operation + " → " + answer.status());
                    }
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    @DisplayName(
            "a reading endpoint changes nothing, so that a planted picture or link does nothing: it refuses other methods")
    void methods() {
        List<String> wrong = new ArrayList<>();
        for (String method : List.of("TRACE", "PROPFIND", "FOO")) {
            TestServer.Answer answer =
                    server.send(method, "/api/v1/health", BodyPublishers.noBody(), "X-Secret", "echo me");
            if (answer.status() < 400 || answer.text().contains("echo me")) {
                wrong.add(method + " → " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName(
            "no session is made of a cookie that was tampered with or has ended, nor of somebody's in another header")
    void stolenTokens() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        String token = browser.cookie("LANTIAN_SESSION");
        assertThat(status("Cookie", "LANTIAN_SESSION=" + token)).isEqualTo(200);
        for (String wrong : List.of(
                token.substring(1),
                token + "A",
                token.toLowerCase(java.util.Locale.ROOT) + "x",
                "A".repeat(token.length()))) {
            assertThat(status("Cookie", "LANTIAN_SESSION=" + wrong)).isEqualTo(401);
        }
        assertThat(status("Authorization", "Bearer " + token)).isEqualTo(401);
        assertThat(status("X-Auth-Token", token)).isEqualTo(401);
        browser.call("DELETE", "/api/v1/session", "");
        assertThat(status("Cookie", "LANTIAN_SESSION=" + token))
                .as("after sign-out")
                .isEqualTo(401);
    }

    private int status(String header, String value) {
        return server.get("/api/v1/account/sessions", header, value).status();
    }

    @Test
    @DisplayName("no address leads away: nothing redirects, whatever host, path or parameter is asked for")
    void openRedirect() throws IOException {
        List<String> redirects = new ArrayList<>();
        for (String path : List.of(
                "//evil.example/",
                "//evil.example/%2e%2e",
                "/%2f%2fevil.example",
                "/\\evil.example",
                "/login?next=https://evil.example",
                "/api/v1/session?redirect=//evil.example",
                "/https://evil.example",
                "/;@evil.example",
                "/%0d%0aLocation:%20https://evil.example")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
            if (answer.startsWith("HTTP/1.1 3") || answer.lines().anyMatch(line -> line.startsWith("Location:"))) {
                redirects.add(path);
            }
            assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("evil.example");
        }
        assertThat(redirects).isEmpty();
    }

    @Test
    @DisplayName("no path leads out of what is served")
    void pathTraversal() throws IOException {
        for (String path : List.of(
                "/../../../../etc/passwd",
                "/assets/../../../../etc/passwd",
                "/assets/..%2f..%2f..%2fetc/passwd",
                "/assets/%2e%2e/%2e%2e/application.yml",
                "/assets/..;/..;/application.yml",
                "/..%5c..%5capplication.yml",
                "/WEB-INF/web.xml",
                "/application.yml",
                "/org/lantian/server/access/role-matrix.csv",
                "/BOOT-INF/classes/application.yml",
                "/api/v1/files/..%2f..%2fsecrets%2faudit.key",
                "/.git/config",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/swagger-ui/index.html")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            boolean page = answer.startsWith("HTTP/1.1 200") && answer.contains("<!doctype html>");
            assertThat(page || answer.startsWith("HTTP/1.1 4"))
                    .as(path + " → " + answer)
                    .isTrue();
            assertThat(answer)
                    .as(path)
                    .doesNotContain("root:x:0", "spring:", "action,PUBLIC", "repositoryformatversion", "_links");
        }
    }

    @Test
    @DisplayName("headers that are too long, too many or broken are refused without a word of the inside")
    void rawHeaders() throws IOException {
        for (String headers : List.of(
                "X-Long: " + "x".repeat(100_000),
                ("X-Many: x\r\n").repeat(5_000).strip(),
                "Broken",
                ": empty",
                "X-\u0001: control",
                "Content-Length: -1",
                "Content-Length: 5\r\nContent-Length: 6",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: nonsense")) {
            String answer =
                    raw("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n\r\n");
            assertThat(answer)
                    .as(headers.substring(0, Math.min(40, headers.length())))
                    .matches("(?s)(HTTP/1.1 [45].*)?")
                    .doesNotContain("Exception", "org.apache", "Tomcat");
            assertThat(answer).doesNotStartWith("HTTP/1.1 500");
        }
    }

    @Test
    @DisplayName("the description of the API and the metrics are not for the public")
    void notPublic() {
        for (String path :
                List.of("/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/", "/v3/api-docs/x", "/api/v1/metrics")) {
            assertThat(server.get(path).status()).as(path).isIn(401, 404);
        }
        assertThat(server.asRole(Role.COUNTY).call("GET", "/v3/api-docs", "").status())
                .isEqualTo(200);
        BrowserSession administrator = server.asRole(Role.SYSTEM_ADMINISTRATOR);
        TestServer.Answer metrics = administrator.call("GET", "/api/v1/metrics", "");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text())
                .contains("jvm_memory_used_bytes", "http_server_requests_seconds_count", "hikaricp_connections");
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(server.asRole(Role.COUNTY).call("GET", "/api/v1/metrics", "").status())
                .isEqualTo(403);
    }

    /** What the server sends until it closes; empty when it closes without a word. */
    private String raw(String request) throws IOException {
        URI address = URI.create(server.url("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.net.SocketException e) {
                return ""; // closed while we were still sending
            }
        }
    }
}
