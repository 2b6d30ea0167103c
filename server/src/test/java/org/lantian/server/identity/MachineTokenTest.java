package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("A token for machines")
class MachineTokenTest {

    private final TestServer server;
    private final JdbcClient jdbc;

    @Autowired
    MachineTokenTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
    }

    private static TestServer.Answer make(BrowserSession owner, String actions, String more) {
        return owner.call(
                "POST",
                "/api/v1/account/tokens",
                "{\"name\": \"nightly\", \"actions\": [" + actions + "]" + more + "}");
    }

    private int status(String method, String path, String token) {
        return server.send(method, path, BodyPublishers.noBody(), "Authorization", "Bearer " + token)
                .status();
    }

    private int refusals() {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'token.refused'")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("does what it was made for and nothing else, is shown once and kept as a hash")
    void scoped() {
        BrowserSession owner = server.asRole(Role.CITY_OFFICE);
        TestServer.Answer made = make(owner, "\"READ_DATA\"", "");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String token = made.json().get("token").asString();
        assertThat(token).matches("lantian_[A-Za-z0-9_-]{43}");
        assertThat(status("GET", "/api/v1/imports", token)).isEqualTo(200);
        assertThat(status("GET", "/api/v1/air/extent", token))
                .as("open to everybody")
                .isEqualTo(200);
        assertThat(status("POST", "/api/v1/imports/1/cancel", token))
                .as("the owner may, the token not")
                .isEqualTo(403);
        assertThat(status("GET", "/api/v1/account/tokens", token)).isEqualTo(403);
        String list = owner.call("GET", "/api/v1/account/tokens", "").text();
        assertThat(list).doesNotContain(token).contains(token.substring(0, 14)).contains("\"lastUsed\":\"2");
        for (String table : new String[] {"machine_token", "audit_event", "idempotency_key"}) {
            String rows = jdbc.sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(rows).as(table).doesNotContain(token.substring(8));
        }
    }

    @Test
    @DisplayName("is told in words why it is refused: which action it lacks, or that it is revoked, expired or unknown")
    void saysWhy() {
        BrowserSession owner = server.asRole(Role.CITY_OFFICE);
        TestServer.Answer made = make(owner, "\"READ_DATA\"", "");
        String token = made.json().get("token").asString();
        JsonNode lacking = get("/api/v1/jobs", token);
        assertThat(lacking.get("code").asString()).isEqualTo("identity.token-not-allowed");
        assertThat(lacking.at("/arguments/action").asString()).isEqualTo("READ_OWN_JOBS");
        assertThat(lacking.get("detail").asString()).contains("READ_OWN_JOBS");
        int id = made.json().at("/view/id").asInt();
        jdbc.sql("UPDATE machine_token SET expires = now() - interval '1 second' WHERE id = ?")
                .param(id)
                .update();
        assertThat(get("/api/v1/jobs", token).get("detail").asString()).contains("expired");
        owner.call("DELETE", "/api/v1/account/tokens/" + id, "");
        assertThat(get("/api/v1/jobs", token).get("detail").asString()).contains("revoked");
        assertThat(get("/api/v1/jobs", "lantian_" + "A".repeat(43))
                        .get("detail")
                        .asString())
                .contains("no such token");
    }

    private JsonNode get(String path, String token) {
        return server.get(path, "Authorization", "Bearer " + token, "Accept-Language", "en")
                .json();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"ASSIGN_ROLES\"", "\"USE_OWN_ACCOUNT\"", "\"COMMAND_THIS_MACHINE\"", "\"EDIT_PEOPLE\"", ""})
    @DisplayName("is not made for what persons do themselves, nor for more than the owner may")
    void notMade(String actions) {
        assertThat(make(server.asRole(Role.CITY_OFFICE), actions, "").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("is dead when expired, revoked, of a disabled owner, or made up; that is taken down")
    void dead() {
        int owner = server.account("token-owner", "", Role.CITY_OFFICE);
        BrowserSession browser = server.signedIn("token-owner");
        assertThat(make(browser, "\"READ_DATA\"", ", \"expires\": \"2020-01-01T00:00:00+08:00\"")
                        .status())
                .isEqualTo(400);
        TestServer.Answer expiring = make(browser, "\"READ_DATA\"", ", \"expires\": \"2099-01-01T00:00:00+08:00\"");
        String expired = expiring.json().get("token").asString();
        assertThat(status("GET", "/api/v1/imports", expired)).isEqualTo(200);
        jdbc.sql("UPDATE machine_token SET expires = now() - interval '1 second' WHERE id = ?")
                .param(expiring.json().at("/view/id").asInt())
                .update();
        int before = refusals();
        assertThat(status("GET", "/api/v1/imports", expired)).isEqualTo(401);
        assertThat(refusals()).isEqualTo(before + 1);
        assertThat(status("GET", "/api/v1/health", "lantian_" + "A".repeat(43)))
                .as("even where anybody may read")
                .isEqualTo(401);

        TestServer.Answer made = make(browser, "\"READ_DATA\"", "");
        String revoked = made.json().get("token").asString();
        assertThat(browser.call(
                                "DELETE",
                                "/api/v1/account/tokens/"
                                        + made.json().at("/view/id").asInt(),
                                "")
                        .status())
                .isEqualTo(204);
        assertThat(status("GET", "/api/v1/imports", revoked)).isEqualTo(401);

        String orphan = make(browser, "\"READ_DATA\"", "").json().get("token").asString();
        jdbc.sql("UPDATE account SET state = 'disabled', disabled = now() WHERE id = ?")
                .param(owner)
                .update();
        assertThat(status("GET", "/api/v1/imports", orphan)).isEqualTo(401);
    }

    @Test
    @DisplayName("loses with its owner what the owner loses")
    void roleWithdrawn() {
        int owner = server.account("changing", "", Role.CITY_OFFICE, Role.PLANT);
        String token = make(server.signedIn("changing"), "\"READ_DATA\"", "")
                .json()
                .get("token")
                .asString();
        assertThat(status("GET", "/api/v1/imports", token)).isEqualTo(200);
        jdbc.sql("DELETE FROM account_role WHERE account_id = ? AND role = 'CITY_OFFICE'")
                .param(owner)
                .update();
        assertThat(status("GET", "/api/v1/imports", token)).isEqualTo(403);
    }

    @Test
    @DisplayName("makes no further token, even with a body that claims more")
    void noOffspring() {
        String token = make(server.asRole(Role.CITY_OFFICE), "\"READ_DATA\"", "")
                .json()
                .get("token")
                .asString();
        TestServer.Answer answer = server.send(
                "POST",
                "/api/v1/account/tokens",
                BodyPublishers.ofString("{\"name\": \"x\", \"actions\": [\"IMPORT_AIR\"]}"),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertThat(answer.status()).isEqualTo(403);
    }
}
