package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("The session")
class SessionTest {

    private static final String OWN_PASSWORD = "A fresh wind from the north";

    private final TestServer server;
    private final Administrators administrators;
    private final JdbcClient jdbc;
    private final LantianSettings settings;

    @Autowired
    SessionTest(TestServer server, Administrators administrators, JdbcClient jdbc, LantianSettings settings) {
        this.server = server;
        this.administrators = administrators;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Test
    @DisplayName("opens by name and password with a new token and a new CSRF token, and closes at sign-out")
    void signInAndOut() {
        server.account("opens", "", Role.COUNTY);
        BrowserSession browser = new BrowserSession(server);
        String csrfBefore = browser.cookie("XSRF-TOKEN");
        TestServer.Answer login = browser.login("opens", TestServer.PASSWORD);
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        assertThat(login.raw().headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("LANTIAN_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure", "Max-Age", "Expires");
        assertThat(browser.cookie("XSRF-TOKEN")).isNotEqualTo(csrfBefore).isNotEmpty();
        String first = browser.cookie("LANTIAN_SESSION");
        assertThat(browser.login("opens", TestServer.PASSWORD).status()).isEqualTo(200);
        assertThat(browser.cookie("LANTIAN_SESSION")).isNotEqualTo(first);
        assertThat(usernameOf(first)).as("the token before is worth nothing").isEmpty();

        String second = browser.cookie("LANTIAN_SESSION");
        assertThat(browser.call("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
        assertThat(usernameOf(second)).isEmpty();
        assertThat(events("session.opened", "opens")).isEqualTo(2);
        assertThat(events("session.closed", "opens")).isEqualTo(1);
    }

    @Test
    @DisplayName("says who is asking, in which roles, and what may be done")
    void view() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        JsonNode session = browser.call("GET", "/api/v1/session", "").json();
        assertThat(texts(session.get("roles"))).containsExactly("COUNTY");
        assertThat(texts(session.get("actions")))
                .contains("READ_AIR", "USE_OWN_ACCOUNT")
                .doesNotContain("EDIT_PEOPLE");
        assertThat(session.get("standing").asString()).isEqualTo("FULL");
        assertThat(session.at("/passwordRules/leastLength").asInt()).isEqualTo(12);
        JsonNode nobody = server.get("/api/v1/session").json();
        assertThat(nobody.get("username").isNull()).isTrue();
        assertThat(texts(nobody.get("roles"))).containsExactly("PUBLIC");
        assertThat(texts(nobody.get("actions"))).contains("READ_AIR").doesNotContain("USE_OWN_ACCOUNT");
    }

    @Test
    @DisplayName("cannot be planted: a token that somebody else chose never becomes one")
    void fixation() {
        server.account("fixed", "", Role.COUNTY);
        TestServer.Answer login = server.send(
                "POST",
                "/api/v1/session",
                BodyPublishers.ofString("{\"username\": \"fixed\", \"password\": \"" + TestServer.PASSWORD + "\"}"),
                "Content-Type",
                "application/json",
                "Cookie",
                "LANTIAN_SESSION=planted; XSRF-TOKEN=planted",
                "X-XSRF-TOKEN",
                "planted");
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        assertThat(usernameOf("planted")).isEmpty();
        assertThat(login.raw().headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.contains("planted"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }

    @Test
    @DisplayName("is kept by a hash of its token only, outside the process, so that a restart ends none")
    void hashed() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        String token = browser.cookie("LANTIAN_SESSION");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        String all = jdbc.sql("SELECT string_agg(s::text, ' ') FROM account_session s")
                .query(String.class)
                .single();
        assertThat(all).doesNotContain(token);
        assertThat(all.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(java.util.HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("ends after 30 minutes without use, and after 12 hours however much it is used")
    void timeOuts() {
        for (String age : List.of(
                "last_used = last_used - interval '30 minutes 1 second'",
                "opened = opened - interval '12 hours 1 second'")) {
            int id = server.account("old-" + age.substring(0, 4).replace('_', '-'), "", Role.COUNTY);
            BrowserSession browser =
                    server.signedIn("old-" + age.substring(0, 4).replace('_', '-'));
            jdbc.sql("UPDATE account_session SET " + age.replace("1 second", "-60 seconds") + " WHERE account_id = ?")
                    .param(id)
                    .update();
            assertThat(username(browser)).as("a minute before, %s", age).isNotEmpty();
            jdbc.sql("UPDATE account_session SET last_used = now(), opened = now() WHERE account_id = ?")
                    .param(id)
                    .update();
            jdbc.sql("UPDATE account_session SET " + age + " WHERE account_id = ?")
                    .param(id)
                    .update();
            assertThat(username(browser)).as(age).isEmpty();
        }
    }

    @Test
    @DisplayName("knows at once when a role is withdrawn or the account disabled")
    void fresh() {
        int id = server.account("changing", "", Role.CITY_OFFICE, Role.SYSTEM_ADMINISTRATOR);
        BrowserSession browser = server.signedIn("changing");
        assertThat(browser.call("GET", "/api/v1/lock-outs", "").status()).isEqualTo(200);
        jdbc.sql("DELETE FROM account_role WHERE account_id = ? AND role = 'SYSTEM_ADMINISTRATOR'")
                .param(id)
                .update();
        assertThat(browser.call("GET", "/api/v1/lock-outs", "").status()).isEqualTo(403);
        jdbc.sql("UPDATE account SET state = 'disabled', disabled = now() WHERE id = ?")
                .param(id)
                .update();
        assertThat(browser.call("GET", "/api/v1/lock-outs", "").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("is listed with address, browser and times, and ended by its owner only")
    void ownSessions() {
        server.account("lister", "", Role.COUNTY);
        BrowserSession one = server.signedIn("lister");
        BrowserSession two = server.signedIn("lister");
        BrowserSession stranger = server.asRole(Role.COUNTY);
        JsonNode items = one.call("GET", "/api/v1/account/sessions", "").json().get("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.get(0).get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(items.get(0).get("agent").asString()).startsWith("Java-http-client");
        long other = -1;
        for (JsonNode item : items) {
            if (!item.get("current").asBoolean()) {
                other = item.get("id").asLong();
            }
        }
        String path = "/api/v1/account/sessions/" + other;
        assertThat(stranger.call("DELETE", path, "").status()).isEqualTo(404);
        assertThat(username(two)).isNotEmpty();
        assertThat(one.call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(username(two)).isEmpty();
        assertThat(one.call("DELETE", path, "").status()).isEqualTo(404);

        BrowserSession three = server.signedIn("lister");
        assertThat(one.call("DELETE", "/api/v1/account/sessions", "").status()).isEqualTo(204);
        assertThat(username(three)).isEmpty();
        assertThat(username(one)).isNotEmpty();
        assertThat(events("session.ended", "lister")).isEqualTo(2);
    }

    @Test
    @DisplayName("is one of twenty at most; a further one ends the one unused for longest")
    void most() {
        server.account("many", "", Role.COUNTY);
        List<BrowserSession> opened = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            opened.add(server.signedIn("many"));
        }
        assertThat(username(opened.getFirst())).isEmpty();
        assertThat(username(opened.get(1))).isNotEmpty();
        assertThat(username(opened.getLast())).isNotEmpty();
    }

    @Test
    @DisplayName("allows nothing but a new password until the initial one is changed, and ends all others then")
    void initialPassword() throws Exception {
        administrators.createMissing();
        String initial = administrators.resetPassword("audit").password();
        Files.createDirectories(
                Administrators.initialPasswordFile(settings, "audit").getParent());
        Files.writeString(Administrators.initialPasswordFile(settings, "audit"), initial);
        BrowserSession browser = new BrowserSession(server);
        BrowserSession other = new BrowserSession(server);
        other.login("audit", initial);
        assertThat(browser.login("audit", initial).json().get("standing").asString())
                .isEqualTo("MUST_CHANGE_PASSWORD");
        TestServer.Answer refused = browser.call("GET", "/api/v1/account/sessions", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("identity.must-change-password");

        for (String weak : List.of("short", "aaaaaaaaaaaaaaaaaaaa", initial, "x1y2z".repeat(20))) {
            TestServer.Answer answer = browser.changePassword(initial, weak);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).as(weak).isEqualTo("identity.password-refused");
            assertThat(answer.json().at("/arguments/errors/0/field").asString()).isEqualTo("newPassword");
            assertThat(answer.json().at("/arguments/errors/0/message").asString())
                    .isNotEmpty();
        }
        assertThat(browser.changePassword("not the present one", OWN_PASSWORD).status())
                .isEqualTo(401);
        String before = browser.cookie("LANTIAN_SESSION");
        TestServer.Answer changed = browser.changePassword(initial, OWN_PASSWORD);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().get("standing").asString()).isEqualTo("FULL");
        assertThat(browser.call("GET", "/api/v1/account/sessions", "").status()).isEqualTo(200);
        assertThat(usernameOf(before)).isEmpty();
        assertThat(username(other)).isEmpty();
        assertThat(Administrators.initialPasswordFile(settings, "audit")).doesNotExist();
        assertThat(new BrowserSession(server).login("audit", initial).status()).isEqualTo(401);
        assertThat(events("account.password-changed", "audit")).isEqualTo(1);
    }

    @Test
    @DisplayName("makes no change without the right CSRF token")
    void csrf() {
        BrowserSession browser = server.asRole(Role.COUNTY);
        for (String token : List.of("", "0000")) {
            TestServer.Answer answer = browser.call("POST", "/api/v1/account/password", "{}", token);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("code").asString()).isEqualTo("identity.csrf-token");
        }
    }

    @Test
    @DisplayName("is not needed by the local command line, whose acts stand under its name in the audit")
    void commandLine() {
        server.account("forgetful", "", Role.COUNTY);
        BrowserSession open = server.signedIn("forgetful");
        TestServer.Answer reset =
                server.asAdministrator("POST", "/api/v1/administrator/password-reset", "{\"username\": \"forgetful\"}");
        assertThat(reset.status()).isEqualTo(200);
        assertThat(username(open)).isEmpty();
        String password = reset.json().get("password").asString();
        assertThat(new BrowserSession(server)
                        .login("forgetful", password)
                        .json()
                        .get("standing")
                        .asString())
                .isEqualTo("MUST_CHANGE_PASSWORD");
        assertThat(jdbc.sql("""
                        SELECT actor FROM audit_event
                        WHERE action = 'account.password-reset' AND subject = 'forgetful'""").query(String.class).single()).isEqualTo("command-line");
    }

    private static String username(BrowserSession browser) {
        return name(browser.call("GET", "/api/v1/session", ""));
    }

    private String usernameOf(String token) {
        return name(server.get("/api/v1/session", "Cookie", "LANTIAN_SESSION=" + token));
    }

    private static String name(TestServer.Answer session) {
        JsonNode username = session.json().get("username");
        return username.isNull() ? "" : username.asString();
    }

    private long events(String action, String subject) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = ? AND subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
