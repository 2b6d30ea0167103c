package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@Import(PeopleTest.WithNotes.class)
@DisplayName("People")
class PeopleTest {

    private static final String REASON = "{\"reason\": \"调离\"}";

    private final TestServer server;
    private final JdbcClient jdbc;
    private final Notes notes;
    private final BrowserSession system;
    private final BrowserSession security;

    @Autowired
    PeopleTest(TestServer server, JdbcClient jdbc, Notes notes) {
        this.server = server;
        this.jdbc = jdbc;
        this.notes = notes;
        this.system = server.asRole(Role.SYSTEM_ADMINISTRATOR);
        this.security = server.asRole(Role.SECURITY_ADMINISTRATOR);
        notes.broken = false;
    }

    /** Work of a feature to come. */
    static class Notes implements OpenWork {

        private final JdbcClient jdbc;
        boolean broken;

        Notes(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("CREATE TABLE note (account_id integer)").update();
        }

        @Override
        public String kind() {
            return "notes";
        }

        @Override
        public BilingualText title() {
            return new BilingualText("便笺", "notes");
        }

        @Override
        public int count(int accountId) {
            return jdbc.sql("SELECT count(*) FROM note WHERE account_id = ?")
                    .param(accountId)
                    .query(Integer.class)
                    .single();
        }

        @Override
        public int handOver(int from, int to) {
            int moved = jdbc.sql("UPDATE note SET account_id = ? WHERE account_id = ?")
                    .params(to, from)
                    .update();
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            return moved;
        }
    }

    @TestConfiguration
    static class WithNotes {

        @Bean
        Notes notes(JdbcClient jdbc) {
            return new Notes(jdbc);
        }
    }

    private JsonNode user(int id) {
        return system.call("GET", "/api/v1/users/" + id, "").json();
    }

    private static int version(JsonNode user) {
        return user.get("version").asInt();
    }

    private TestServer.Answer create(String username, String roles) {
        return system.call("POST", "/api/v1/users", """
                {"username": "%s", "displayName": "张三", "phone": "13800005678", "email": "zhang.san@example.cn",
                 "unitId": %d, "proposedRoles": [%s]}""".formatted(username, unitId("chengqu"), roles));
    }

    private int unitId(String code) {
        return jdbc.sql("SELECT id FROM unit WHERE code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private TestServer.Answer grant(BrowserSession who, int id, String roles) {
        return who.changeFrom(
                version(user(id)), "PUT", "/api/v1/users/" + id + "/roles", "{\"roles\": [" + roles + "]}");
    }

    private int events(String action, int account) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = ? AND entity_id = ?")
                .params(action, Integer.toString(account))
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("come in by two hands: proposed by the system administrator, granted by the security administrator")
    void comeIn() {
        TestServer.Answer made = create("zhang.san", "\"COUNTY\"");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().at("/user/state").asString()).isEqualTo("PENDING");
        assertThat(made.json().at("/user/phone").asString()).isEqualTo("138****78");
        assertThat(made.json().at("/user/email").asString()).isEqualTo("z***@example.cn");
        int id = made.json().at("/user/id").asInt();

        String token = made.json().get("link").asString().replace("/password-reset#", "");
        TestServer.Answer chosen = new BrowserSession(server)
                .call("POST", "/api/v1/password-resets/redemption", """
                {"token": "%s", "newPassword": "%s"}""".formatted(token, TestServer.PASSWORD));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(204);
        BrowserSession person = new BrowserSession(server);
        assertThat(person.login("zhang.san", TestServer.PASSWORD).status())
                .as("nothing is granted yet")
                .isEqualTo(401);

        assertThat(grant(security, id, "\"COUNTY\"").json().get("state").asString())
                .isEqualTo("ACTIVE");
        assertThat(person.login("zhang.san", TestServer.PASSWORD).status()).isEqualTo(200);
        assertThat(List.of(events("account.created", id), events("account.roles-granted", id)))
                .containsExactly(1, 1);
        JsonNode history =
                system.call("GET", "/api/v1/users/" + id + "/history", "").json();
        assertThat(history.get("items").size()).isGreaterThanOrEqualTo(3);
        assertThat(history.toString())
                .as("personal texts are not in the history")
                .doesNotContain("13800005678");
    }

    @Test
    @DisplayName("are refused a role that nobody proposed, a role of their own making, and a field that is not there")
    void tampering() {
        int id = create("li.si", "").json().at("/user/id").asInt();
        assertThat(grant(security, id, "\"LEADER\"").json().get("code").asString())
                .isEqualTo("validation");
        assertThat(grant(system, id, "\"LEADER\"").status()).isEqualTo(403);
        assertThat(system.call("POST", "/api/v1/users", """
                        {"username": "wang.wu", "displayName": "王五", "roles": ["CITY_OFFICE"]}""").status()).isEqualTo(400);
        assertThat(system.call("POST", "/api/v1/users", """
                        {"username": "wang.wu", "displayName": "王五", "state": "ACTIVE"}""").status()).isEqualTo(400);

        int own = server.account("greedy", "", Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
        BrowserSession greedy = server.signedIn("greedy");
        for (String path : List.of("/proposed-roles", "/roles")) {
            TestServer.Answer refused = greedy.changeFrom(
                    version(user(own)), "PUT", "/api/v1/users/" + own + path, "{\"roles\": [\"AUDIT_ADMINISTRATOR\"]}");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("code").asString()).isEqualTo("people.own-roles");
        }
        TestServer.Answer self = server.asRole(Role.COUNTY).changeFrom(1, "PUT", "/api/v1/account", """
                {"displayName": "x", "phone": "", "email": "", "roles": ["LEADER"]}""");
        assertThat(self.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("are not called like an administrator, or like somebody whom the audit names without an account")
    void reservedNames() {
        for (String reserved : List.of("admin", "security", "audit", "system", "anonymous", "command-line")) {
            assertThat(create(reserved, "").status()).as(reserved).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("hold one administrator's role at most")
    void separateAdministrators() {
        TestServer.Answer both = create("both", "\"SYSTEM_ADMINISTRATOR\", \"AUDIT_ADMINISTRATOR\"");
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.json().at("/arguments/errors/0/field").asString()).isEqualTo("proposedRoles");
        assertThat(create("security", "").json().at("/arguments/errors/0/field").asString())
                .as("names of offices are no person's")
                .isEqualTo("username");
    }

    @Test
    @DisplayName("cannot lose the last administrator of a kind, nor disable themselves")
    void lastAdministrator() {
        int last = server.account("last-audit", "", Role.AUDIT_ADMINISTRATOR);
        TestServer.Answer withdrawn = grant(security, last, "");
        assertThat(withdrawn.json().get("code").asString()).isEqualTo("people.last-administrator");
        TestServer.Answer disabled =
                system.changeFrom(version(user(last)), "POST", "/api/v1/users/" + last + "/disable", REASON);
        assertThat(disabled.json().get("code").asString()).isEqualTo("people.last-administrator");
        int own = server.account("suicidal", "", Role.SYSTEM_ADMINISTRATOR);
        TestServer.Answer self = server.signedIn("suicidal")
                .changeFrom(version(user(own)), "POST", "/api/v1/users/" + own + "/disable", REASON);
        assertThat(self.json().get("code").asString()).isEqualTo("people.own-account");
    }

    @Test
    @DisplayName("leave nothing open: work is handed over, sessions end and tokens are void, all at once or not at all")
    void handOver() {
        int leaver = server.account("leaver", "chengqu", Role.COUNTY);
        int successor = server.account("successor", "chengqu", Role.COUNTY);
        BrowserSession session = server.signedIn("leaver");
        String token = session.call("POST", "/api/v1/account/tokens", """
                {"name": "nightly", "actions": ["READ_DATA"]}""")
                .json()
                .get("token")
                .asString();
        jdbc.sql("INSERT INTO note VALUES (?), (?)").params(leaver, leaver).update();
        String users = "/api/v1/users/" + leaver;

        JsonNode open = system.call("GET", users + "/open-work", "").json();
        assertThat(open.at("/work/0/kind").asString()).isEqualTo("notes");
        assertThat(open.at("/work/0/count").asInt()).isEqualTo(2);
        assertThat(open.get("tokens").asInt()).isEqualTo(1);
        assertThat(system.changeFrom(1, "POST", users + "/disable", REASON)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("people.open-work");

        notes.broken = true;
        String order = "{\"toUserId\": " + successor + ", \"reason\": \"调离\"}";
        assertThat(system.changeFrom(1, "POST", users + "/hand-over", order).status())
                .isEqualTo(500);
        assertThat(notes.count(leaver)).isEqualTo(2);
        assertThat(user(leaver).get("state").asString()).isEqualTo("ACTIVE");
        assertThat(session.call("GET", "/api/v1/account", "").status()).isEqualTo(200);

        notes.broken = false;
        JsonNode done =
                system.changeFrom(1, "POST", users + "/hand-over", order).json();
        assertThat(done.at("/handedOver/0/count").asInt()).isEqualTo(2);
        assertThat(done.get("tokensRevoked").asInt()).isEqualTo(1);
        assertThat(done.get("sessionsEnded").asInt()).isEqualTo(1);
        assertThat(done.at("/user/state").asString()).isEqualTo("DISABLED");
        assertThat(notes.count(successor)).isEqualTo(2);
        assertThat(session.call("GET", "/api/v1/account", "").status()).isEqualTo(401);
        assertThat(server.get("/api/v1/imports", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
        assertThat(new BrowserSession(server)
                        .login("leaver", TestServer.PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("show telephone and e-mail in full to few, who are taken down")
    void contact() {
        int id = create("chen.liu", "").json().at("/user/id").asInt();
        JsonNode contact =
                system.call("GET", "/api/v1/users/" + id + "/contact", "").json();
        assertThat(contact.get("phone").asString()).isEqualTo("13800005678");
        assertThat(events("personal.read", id)).isEqualTo(1);
        assertThat(security.call("GET", "/api/v1/users/" + id + "/contact", "").status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("are not changed from a stale version, whose maker sees how things are now")
    void versions() {
        int id = create("zhou.qi", "").json().at("/user/id").asInt();
        String change = "{\"displayName\": \"周七\", \"unitId\": null}";
        int version = version(user(id));
        assertThat(system.call("PUT", "/api/v1/users/" + id, change).status()).isEqualTo(428);
        assertThat(system.changeFrom(version, "PUT", "/api/v1/users/" + id, change)
                        .status())
                .isEqualTo(200);
        TestServer.Answer stale = system.changeFrom(version, "PUT", "/api/v1/users/" + id, change);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/arguments/current/displayName").asString()).isEqualTo("周七");
        assertThat(stale.json().at("/arguments/current/phone").asString()).isEqualTo("138****78");
    }

    @Test
    @DisplayName("are found by part of a name, unit, role, state and proposal, a page at a time")
    void list() {
        for (int i = 0; i < 5; i++) {
            create("searched-" + i, i == 0 ? "\"COUNTY\"" : "");
        }
        JsonNode first = system.call("GET", "/api/v1/users?q=SEARCHED-&limit=2&sort=-username", "")
                .json();
        assertThat(first.at("/items/0/username").asString()).isEqualTo("searched-4");
        JsonNode second = system.call(
                        "GET",
                        "/api/v1/users?q=searched-&limit=2&sort=-username&cursor="
                                + first.get("next").asString(),
                        "")
                .json();
        assertThat(second.at("/items/0/username").asString()).isEqualTo("searched-2");
        Map<String, Integer> counts = Map.of(
                "proposed=true",
                1,
                "proposed=true&role=COUNTY",
                1,
                "proposed=true&role=LEADER",
                0,
                "role=COUNTY",
                0,
                "state=PENDING",
                5,
                "state=ACTIVE",
                0,
                "unit=" + unitId("chengqu"),
                5,
                "unit=" + unitId("140500"),
                5,
                "unit=" + unitId("140500") + "&below=false",
                0,
                "sort=created",
                5);
        counts.forEach((filter, count) -> assertThat(system.call("GET", "/api/v1/users?q=searched-&" + filter, "")
                        .json()
                        .get("items")
                        .size())
                .as(filter)
                .isEqualTo(count));
        assertThat(system.call("GET", "/api/v1/users?q=%25%27%3B--", "")
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }
}
