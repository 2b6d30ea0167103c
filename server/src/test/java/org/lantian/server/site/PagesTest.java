package org.lantian.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;

@LantianTest
@DisplayName("The pages")
class PagesTest {

    private final TestServer server;

    @Autowired
    PagesTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("start at /, also for addresses that only the pages' router knows, and are asked for anew each time")
    void startPage() {
        for (String path : new String[] {"/", "/stations/2160A", "/ranking"}) {
            TestServer.Answer answer = server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).contains("test page");
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
        }
    }

    @Test
    @DisplayName("keep files with a hash in their name for a year")
    void assets() {
        TestServer.Answer answer = server.get("/assets/app-0123abcd.js");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
    }

    @Test
    @DisplayName("do not stand in for missing files, the API, or what lies outside their folder")
    void noFallback() {
        for (String path : new String[] {
            "/missing.png", "/api/v1/nothing", "/api", "/assets/../application.yml", "/..%2fapplication.yml"
        }) {
            assertThat(server.get(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    @DisplayName("carry the headers that keep others out: no inline code, no framing, no referrer, no sniffing")
    void headers() {
        TestServer.Answer answer = server.get("/");
        assertThat(answer.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "style-src 'self';",
                        "connect-src 'self';",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'self'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    @DisplayName("and the API's long answers are compressed for those who ask")
    void compression() {
        TestServer.Answer answer =
                server.asAdministrator("GET", "/v3/api-docs", BodyPublishers.noBody(), "Accept-Encoding", "gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }
}
