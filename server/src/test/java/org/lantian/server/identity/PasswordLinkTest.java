package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("A one-time link for choosing a password")
class PasswordLinkTest {

    private static final String FRESH = "Clear sky after the rain";

    private final TestServer server;
    private final JdbcClient jdbc;

    @Autowired
    PasswordLinkTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
    }

    private String issue(String username) {
        TestServer.Answer link = server.asRole(Role.SYSTEM_ADMINISTRATOR)
                .call("POST", "/api/v1/password-resets", "{\"username\": \"" + username + "\"}");
        assertThat(link.status()).as(link.text()).isEqualTo(201);
        String path = link.json().get("path").asString();
        assertThat(path).matches("/password-reset#[A-Za-z0-9_-]{43}");
        return path.substring(path.indexOf('#') + 1);
    }

    private TestServer.Answer check(String token) {
        return new BrowserSession(server)
                .call("POST", "/api/v1/password-resets/check", "{\"token\": \"" + token + "\"}");
    }

    private TestServer.Answer redeem(String token, String password) {
        return new BrowserSession(server)
                .call(
                        "POST",
                        "/api/v1/password-resets/redemption",
                        "{\"token\": \"" + token + "\", \"newPassword\": \"" + password + "\"}");
    }

    @Test
    @DisplayName("serves once, ends the open sessions, and is kept as a hash")
    void once() {
        server.account("linked", "", Role.COUNTY);
        BrowserSession open = server.signedIn("linked");
        String token = issue("linked");
        assertThat(check(token).json().get("username").asString()).isEqualTo("linked");
        assertThat(OffsetDateTime.parse(check(token).json().get("expires").asString()))
                .isAfter(OffsetDateTime.now());
        assertThat(jdbc.sql("SELECT string_agg(l::text, ' ') FROM password_link l")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(redeem(token, "short").json().get("code").asString()).isEqualTo("identity.password-refused");
        assertThat(redeem(token, FRESH).status())
                .as("a refused password does not use it up")
                .isEqualTo(204);
        assertThat(redeem(token, FRESH + " again").status()).isEqualTo(404);
        assertThat(check(token).status()).isEqualTo(404);
        assertThat(open.call("GET", "/api/v1/session", "")
                        .json()
                        .get("username")
                        .isNull())
                .isTrue();
        assertThat(new BrowserSession(server)
                        .login("linked", TestServer.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(new BrowserSession(server)
                        .login("linked", FRESH)
                        .json()
                        .get("standing")
                        .asString())
                .isEqualTo("FULL");
    }

    @Test
    @DisplayName("is over after 24 hours, and void when another is made or the account disabled")
    void over() {
        int id = server.account("late", "", Role.COUNTY);
        String first = issue("late");
        String second = issue("late");
        assertThat(redeem(first, FRESH).status()).isEqualTo(404);
        jdbc.sql("UPDATE password_link SET expires = expires - interval '23 hours 59 minutes' WHERE account_id = ?")
                .param(id)
                .update();
        assertThat(check(second).status()).isEqualTo(200);
        jdbc.sql("UPDATE account SET state = 'disabled', disabled = now() WHERE id = ?")
                .param(id)
                .update();
        assertThat(check(second).status()).isEqualTo(404);
        jdbc.sql("UPDATE account SET state = 'active', disabled = NULL WHERE id = ?")
                .param(id)
                .update();
        jdbc.sql("UPDATE password_link SET expires = expires - interval '1 minute' WHERE account_id = ?")
                .param(id)
                .update();
        assertThat(check(second).status()).isEqualTo(404);
        assertThat(redeem(second, FRESH).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("tells nothing by what is not one, and does not repeat the token in its answer")
    void unknown() {
        TestServer.Answer answer = redeem("A".repeat(43), FRESH);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("AAAA").doesNotContain(FRESH);
    }

    @Test
    @DisplayName("is not made for an administrator of another kind, who could be taken over by it")
    void aboveYou() {
        server.account("secured", "", Role.SECURITY_ADMINISTRATOR);
        TestServer.Answer answer = server.asRole(Role.SYSTEM_ADMINISTRATOR)
                .call("POST", "/api/v1/password-resets", "{\"username\": \"secured\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("identity.above-you");
        assertThat(server.asAdministrator("POST", "/api/v1/password-resets", "{\"username\": \"secured\"}")
                        .status())
                .as("the command line")
                .isEqualTo(201);
    }
}
