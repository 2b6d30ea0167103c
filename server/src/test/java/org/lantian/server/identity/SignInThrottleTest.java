package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("Guessing passwords")
class SignInThrottleTest {

    private final TestServer server;
    private final JdbcClient jdbc;

    @Autowired
    SignInThrottleTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM sign_in_failure").update();
    }

    @Test
    @DisplayName("is answered alike for an unknown name, a wrong password, a disabled and a waiting account")
    void alike() {
        server.account("known", "", Role.COUNTY);
        server.account("gone", "", Role.COUNTY);
        jdbc.sql("UPDATE account SET state = 'disabled', disabled = now() WHERE username = 'gone'")
                .update();
        server.account("waiting", "");
        List<TestServer.Answer> answers = List.of(
                guess("known", "wrong"),
                guess("nobody", "wrong"),
                guess("gone", TestServer.PASSWORD),
                guess("waiting", TestServer.PASSWORD));
        for (TestServer.Answer answer : answers) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().get("detail"))
                    .isEqualTo(answers.getFirst().json().get("detail"));
            assertThat(answer.json().get("code").asString()).isEqualTo("identity.wrong-credentials");
            assertThat(answer.json().get("arguments").size()).isZero();
        }
    }

    @Test
    @DisplayName("takes as long for an unknown name as for a known one")
    void timing() {
        server.account("timed", "", Role.COUNTY);
        // a real hash of full strength, unlike those of the other tests
        jdbc.sql("UPDATE account SET password_hash = ? WHERE username = 'timed'")
                .param("$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW")
                .update();
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // the quickest of three: the others waited for something else
            jdbc.sql("DELETE FROM sign_in_failure").update();
            known = Math.min(known, nanos("timed"));
            unknown = Math.min(unknown, nanos("nobody-at-all"));
        }
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    private long nanos(String username) {
        long began = System.nanoTime();
        guess(username, "wrong");
        return System.nanoTime() - began;
    }

    @Test
    @DisplayName("must wait after five failures by name, from whatever address, even with the right password then")
    void byName() {
        server.account("target", "", Role.COUNTY);
        for (int i = 0; i < 5; i++) {
            assertThat(guess("target", "wrong").status()).isEqualTo(401);
            jdbc.sql("DELETE FROM sign_in_failure WHERE kind = 'ADDRESS'").update();
        }
        TestServer.Answer waits = guess("target", TestServer.PASSWORD);
        assertThat(waits.status()).isEqualTo(429);
        assertThat(Integer.parseInt(waits.header("Retry-After"))).isBetween(20, 31);
        assertThat(guess("TARGET", TestServer.PASSWORD).status())
                .as("in capitals")
                .isEqualTo(429);

        passTime("31 seconds");
        assertThat(guess("target", TestServer.PASSWORD).status()).isEqualTo(200);
        assertThat(guess("target", "wrong").status()).as("a new start").isEqualTo(401);
    }

    @Test
    @DisplayName(
            "must wait after five failures from one address, whatever the names; longer each time, up to 15 minutes")
    void byAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("name-" + i, "wrong").status()).isEqualTo(401);
        }
        server.account("innocent", "", Role.COUNTY);
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            waits.add(Integer.parseInt(guess("innocent", TestServer.PASSWORD).header("Retry-After")));
            passTime("16 minutes");
            assertThat(guess("other-" + i, "wrong").status()).isEqualTo(401);
        }
        assertThat(waits.getFirst()).isBetween(20, 31);
        assertThat(waits).isSorted();
        assertThat(waits.getLast()).isBetween(880, 901);
    }

    @Test
    @DisplayName("makes nobody wait after a good attempt, even where others at the same address failed before")
    void goodAttempt() {
        for (int i = 0; i < 6; i++) {
            assertThat(guess("stranger-" + i, "wrong").status()).isEqualTo(401);
            passTime("16 minutes");
        }
        server.account("neighbour", "", Role.COUNTY);
        for (int i = 0; i < 3; i++) {
            assertThat(guess("neighbour", TestServer.PASSWORD).status()).isEqualTo(200);
        }
        assertThat(guess("stranger-6", "wrong").status()).isEqualTo(401);
        assertThat(guess("neighbour", TestServer.PASSWORD).status())
                .as("the failures still count")
                .isEqualTo(429);
    }

    @Test
    @DisplayName("does not start afresh by signing in with an account of one's own in between")
    void ownAccount() {
        server.account("attacker", "", Role.COUNTY);
        for (int i = 0; i < 5; i++) {
            assertThat(guess("victim-" + i, "wrong").status()).isEqualTo(401);
            if (i < 4) {
                assertThat(guess("attacker", TestServer.PASSWORD).status()).isEqualTo(200);
            }
        }
        assertThat(guess("victim-5", "wrong").status()).isEqualTo(429);
    }

    @Test
    @DisplayName("gains nothing by many attempts at once")
    void atOnce() throws InterruptedException, ExecutionException {
        server.account("stormed", "", Role.COUNTY);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Callable<Integer>> attempts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                attempts.add(() -> guess("stormed", "wrong").status());
            }
            for (Future<Integer> attempt : threads.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(35);
    }

    @Test
    @DisplayName("leaves no typed name in the database, for it may be a password in the wrong field")
    void names() {
        guess("My secret password 1", "x");
        assertThat(jdbc.sql("SELECT string_agg(f::text, ' ') FROM sign_in_failure f")
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
        assertThat(jdbc.sql("SELECT string_agg(e::text, ' ') FROM audit_event e WHERE action = 'session.refused'")
                        .query(String.class)
                        .single())
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("is seen by a system administrator, who can let a person or an address try again at once")
    void unlocked() {
        BrowserSession administrator = server.asRole(Role.SYSTEM_ADMINISTRATOR);
        server.account("locked", "", Role.COUNTY);
        for (int i = 0; i < 5; i++) {
            guess("locked", "wrong");
        }
        JsonNode items = administrator
                .call("GET", "/api/v1/lock-outs?sort=-failures", "")
                .json()
                .get("items");
        assertThat(items.size()).isEqualTo(2);
        JsonNode names = administrator
                .call("GET", "/api/v1/lock-outs?kind=NAME", "")
                .json()
                .get("items");
        assertThat(names.size()).isEqualTo(1);
        assertThat(names.get(0).get("subject").asString()).isEqualTo("locked");
        for (JsonNode item : items) {
            String path = "/api/v1/lock-outs/" + item.get("id").asLong();
            assertThat(administrator.call("DELETE", path, "").status()).isEqualTo(204);
            assertThat(administrator.call("DELETE", path, "").status()).isEqualTo(404);
        }
        assertThat(guess("locked", TestServer.PASSWORD).status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'sign-in.unlocked'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private TestServer.Answer guess(String username, String password) {
        return new BrowserSession(server).login(username, password);
    }

    private void passTime(String interval) {
        jdbc.sql("UPDATE sign_in_failure SET locked_until = locked_until - interval '" + interval + "'")
                .update();
    }
}
