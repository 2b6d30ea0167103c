package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.identity.internal.LoginThrottle;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("The session")
class SessionTest {

    /** The audit administrator, who may read the log of changes. */
    private static final String NAME = "audit";

    private static final String OWN_PASSWORD = "Blue sky over 6 counties";

    private final TestServer server;
    private final Administrators administrators;
    private final JdbcClient jdbc;
    private final LantianSettings settings;
    private final LoginThrottle throttle;
    private String initial = "";

    @Autowired
    SessionTest(
            TestServer server,
            Administrators administrators,
            JdbcClient jdbc,
            LantianSettings settings,
            LoginThrottle throttle) {
        this.throttle = throttle;
        this.server = server;
        this.administrators = administrators;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @BeforeEach
    void freshPassword() {
        administrators.createMissing();
        initial = administrators.resetPassword(NAME).password();
        // what one test failed must not slow the next
        throttle.succeeded(NAME, "127.0.0.1");
        throttle.succeeded("nobody", "127.0.0.1");
    }

    @Test
    @DisplayName("opens by name and password, gets a new id and token, and closes at logout")
    void loginAndLogout() {
        BrowserSession browser = new BrowserSession(server);
        String tokenBefore = browser.cookie("XSRF-TOKEN");
        TestServer.Answer login = browser.login(NAME, initial);
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        assertThat(login.raw().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("LANTIAN_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict");
        assertThat(browser.cookie("XSRF-TOKEN")).isNotEqualTo(tokenBefore).isNotEmpty();
        String firstId = browser.cookie("LANTIAN_SESSION");
        assertThat(browser.login(NAME, initial).status()).isEqualTo(200);
        assertThat(browser.cookie("LANTIAN_SESSION")).isNotEqualTo(firstId);

        assertThat(browser.call("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
        assertThat(browser.call("GET", "/api/v1/session", "")
                        .json()
                        .get("username")
                        .isNull())
                .isTrue();
    }

    @Test
    @DisplayName("allows nothing but a new password until the initial one is changed, and ends other sessions then")
    void initialPassword() throws Exception {
        Files.createDirectories(
                Administrators.initialPasswordFile(settings, NAME).getParent());
        Files.writeString(Administrators.initialPasswordFile(settings, NAME), initial);
        BrowserSession browser = new BrowserSession(server);
        BrowserSession other = new BrowserSession(server);
        other.login(NAME, initial);
        assertThat(browser.login(NAME, initial).json().get("mustChangePassword").asBoolean())
                .isTrue();
        TestServer.Answer refused = browser.call("GET", "/api/v1/audit/events", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("identity.must-change-password");

        for (String weak : List.of("short", "aaaaaaaaaaaaaaaaaaaa", initial, "x1y2z".repeat(20))) {
            assertThat(browser.changePassword(initial, weak).json().get("code").asString())
                    .as(weak)
                    .isEqualTo("identity.password-too-weak");
        }
        assertThat(browser.changePassword("not the present one", OWN_PASSWORD).status())
                .isEqualTo(401);
        assertThat(browser.changePassword(initial, OWN_PASSWORD).status()).isEqualTo(200);
        assertThat(browser.call("GET", "/api/v1/audit/events", "").status()).isEqualTo(200);
        assertThat(other.call("GET", "/api/v1/session", "")
                        .json()
                        .get("username")
                        .isNull())
                .isTrue();
        assertThat(Administrators.initialPasswordFile(settings, NAME)).doesNotExist();
        assertThat(new BrowserSession(server).login(NAME, initial).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("makes no change without the right CSRF token")
    void csrf() {
        BrowserSession browser = new BrowserSession(server);
        browser.login(NAME, initial);
        for (String token : List.of("", "0000")) {
            TestServer.Answer answer = browser.call("POST", "/api/v1/session/password", "{}", token);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("code").asString()).isEqualTo("identity.csrf-token");
        }
    }

    @Test
    @DisplayName("is refused alike for an unknown name and a wrong password, and ever more slowly")
    void failures() {
        long refusedBefore = refusals();
        BrowserSession browser = new BrowserSession(server);
        TestServer.Answer wrongPassword = browser.login(NAME, "wrong");
        TestServer.Answer wrongName = browser.login("nobody", "wrong");
        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongName.json().get("detail"))
                .isEqualTo(wrongPassword.json().get("detail"));
        for (int i = 0; i < 3; i++) {
            assertThat(browser.login("nobody", "wrong").status()).isEqualTo(401);
        }
        TestServer.Answer delayed = browser.login(NAME, initial);
        assertThat(delayed.status()).as("five failures from this address").isEqualTo(429);
        assertThat(Integer.parseInt(delayed.header("Retry-After"))).isBetween(20, 31);
        assertThat(refusals() - refusedBefore).isEqualTo(5);
    }

    private long refusals() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'session.refused'")
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("is not needed by the local command line, whose changes are logged under its name")
    void commandLine() {
        TestServer.Answer reset = server.asAdministrator(
                "POST", "/api/v1/administrator/password-reset", "{\"username\": \"" + NAME + "\"}");
        assertThat(reset.status()).isEqualTo(200);
        String password = reset.json().get("password").asString();
        assertThat(new BrowserSession(server)
                        .login(NAME, password)
                        .json()
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();
        TestServer.Answer changes =
                server.asAdministrator("GET", "/api/v1/audit/events?limit=2", BodyPublishers.noBody());
        assertThat(changes.json().at("/items/1/actor").asString()).isEqualTo("command-line");
        assertThat(changes.json().at("/items/1/action").asString()).isEqualTo("account.password-reset");
    }
}
