package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@LantianTest
@TestPropertySource(
        properties = {
            "lantian.http.trusted-proxies=127.0.0.0/8, 198.51.100.7",
            "lantian.http.per-address.burst=60",
            "lantian.http.per-address.per-minute=1",
            "lantian.http.per-account.burst=10",
            "lantian.http.per-account.per-minute=1"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Behind a trusted proxy")
class LimitsTest {

    private final TestServer server;

    @Autowired
    LimitsTest(TestServer server) {
        this.server = server;
    }

    private String address(String forwardedFor) {
        BrowserSession browser = new BrowserSession(server);
        server.account("seen-" + forwardedFor.hashCode(), "", Role.COUNTY);
        TestServer.Answer login = server.send(
                "POST",
                "/api/v1/session",
                BodyPublishers.ofString("{\"username\": \"seen-" + forwardedFor.hashCode() + "\", \"password\": \""
                        + TestServer.PASSWORD + "\"}"),
                "Content-Type",
                "application/json",
                "X-Forwarded-For",
                forwardedFor,
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"),
                "Cookie",
                "XSRF-TOKEN=" + browser.cookie("XSRF-TOKEN"));
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        String cookie = login.raw().headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("LANTIAN_SESSION="))
                .findFirst()
                .orElseThrow();
        return server.get("/api/v1/account/sessions", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                .json()
                .at("/items/0/address")
                .asString();
    }

    @Test
    @Order(1)
    @DisplayName(
            "the client's address is the last that is no proxy of ours; what the client claims before it is not believed")
    void clientAddress() {
        assertThat(address("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address("1.1.1.1, 203.0.113.10")).isEqualTo("203.0.113.10");
        assertThat(address("1.1.1.1, 203.0.113.11, 198.51.100.7")).isEqualTo("203.0.113.11");
        assertThat(address("unknown")).isEqualTo("127.0.0.1");
        assertThat(address("203.0.113.12, evil")).isEqualTo("127.0.0.1");
        assertThat(address("2001:db8::5")).isEqualTo("2001:db8:0:0:0:0:0:5");
    }

    @Test
    @Order(2)
    @DisplayName("that ends TLS, cookies are Secure and browsers are told to come by TLS only")
    void secure() {
        TestServer.Answer plain = server.get("/api/v1/session");
        assertThat(plain.header("Strict-Transport-Security")).isEmpty();
        assertThat(plain.header("Set-Cookie")).startsWith("XSRF-TOKEN=").doesNotContain("Secure");
        TestServer.Answer secure = server.get("/api/v1/session", "X-Forwarded-Proto", "https");
        assertThat(secure.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(secure.header("Set-Cookie")).contains("Secure");
    }

    @Test
    @Order(3)
    @DisplayName("a body over 1 MiB is refused with 413, whether its length is announced or not")
    void bodies() {
        byte[] large = new byte[1_100_000];
        java.util.Arrays.fill(large, (byte) ' ');
        for (var body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            TestServer.Answer answer =
                    server.asAdministrator("POST", "/api/v1/session", body, "Content-Type", "application/json");
            assertThat(answer.status()).as(answer.text()).isEqualTo(413);
            assertThat(answer.json().get("code").asString()).isEqualTo("too-large");
            assertThat(answer.json().at("/arguments/greatestBytes").asInt()).isEqualTo(1_048_576);
        }
    }

    @Test
    @Order(4)
    @DisplayName("an account that calls too often gets 429 with the time to wait, wherever it calls from")
    void perAccount() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        TestServer.Answer answer = browser.call("GET", "/api/v1/account/sessions", "");
        for (int i = 0; i < 12 && answer.status() == 200; i++) {
            answer = browser.call("GET", "/api/v1/account/sessions", "");
        }
        expectTooMany(answer);
    }

    @Test
    @Order(5)
    @DisplayName("an address that calls too often gets 429 with the time to wait; another does not")
    void perAddress() {
        TestServer.Answer answer = server.get("/api/v1/health", "X-Forwarded-For", "203.0.113.66");
        for (int i = 0; i < 70 && answer.status() == 200; i++) {
            answer = server.get("/api/v1/health", "X-Forwarded-For", "203.0.113.66");
        }
        expectTooMany(answer);
        assertThat(server.get("/api/v1/health", "X-Forwarded-For", "203.0.113.67")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/health", "X-Forwarded-For", "203.0.113.67, 203.0.113.66")
                        .status())
                .as("an address that the client put before its own")
                .isEqualTo(429);
        for (int i = 0; i < 61; i++) {
            server.get("/api/v1/health", "X-Forwarded-For", "2001:db8:1:2::" + i);
        }
        assertThat(server.get("/api/v1/health", "X-Forwarded-For", "2001:db8:1:2::ffff")
                        .status())
                .as("another address of the same IPv6 subscriber")
                .isEqualTo(429);
    }

    private static void expectTooMany(TestServer.Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 61);
        assertThat(answer.json().get("code").asString()).isEqualTo("too-many-requests");
    }
}
