package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.access.Role;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.access.Standing;
import org.lantian.server.files.FileStore;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@LantianTest
@DisplayName("An id of somebody else's thing")
class ForeignIdsTest {

    /** Roles that see a part only when they sit in a unit of a county, a department or a plant. */
    private static final Set<Role> BOUNDED =
            EnumSet.of(Role.LEADER, Role.COUNTY, Role.DEPARTMENT, Role.INSPECTOR, Role.PLANT);

    private final TestServer server;
    private final JdbcClient jdbc;
    private final RoleMatrix matrix;
    private final Accounts accounts;
    private final FileStore files;

    @Autowired
    ForeignIdsTest(TestServer server, JdbcClient jdbc, RoleMatrix matrix, Accounts accounts, FileStore files) {
        this.accounts = accounts;
        this.files = files;
        this.server = server;
        this.jdbc = jdbc;
        this.matrix = matrix;
    }

    @Test
    @DisplayName("is tried at every endpoint with an id")
    void complete() throws IOException {
        Set<String> withId = table("endpoints.csv").keySet().stream()
                .filter(endpoint -> endpoint.contains("{"))
                .collect(Collectors.toSet());
        assertThat(table("foreign-ids.csv").keySet()).containsExactlyInAnyOrderElementsOf(withId);
    }

    @TestFactory
    @DisplayName("is not found, as if the thing did not exist")
    Stream<DynamicTest> notFound() throws IOException {
        Campaign campaign = new Campaign(server, jdbc);
        Map<String, String> foreign = foreignThings(campaign);
        Map<Role, BrowserSession> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (role != Role.PUBLIC) {
                String username = "own-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                campaign.person(username, role);
                people.put(role, server.signedIn(username));
            }
        }
        Map<String, String[]> actions = table("endpoints.csv");
        return table("foreign-ids.csv").entrySet().stream()
                .filter(row -> !row.getValue()[2].equals("shared"))
                .flatMap(row -> {
                    String whose = row.getValue()[2];
                    Action action = Action.valueOf(known(actions, row.getKey())[2]);
                    String kind = whose.substring(whose.indexOf(':') + 1);
                    String id = known(foreign, kind);
                    return strangers(whose, action)
                            .map(role -> DynamicTest.dynamicTest(
                                    row.getKey() + " as " + role,
                                    () -> expectNotFound(row.getValue(), id, known(people, role))));
                });
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "ForeignIdsTest knows no " + key);
    }

    /** Who may take the action on something, but not on this one. */
    private Stream<Role> strangers(String whose, Action action) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.PUBLIC && matrix.roles(action).contains(role))
                .filter(role -> whose.startsWith("scope:") ? BOUNDED.contains(role) : !seesAll(role, whose));
    }

    /** Whoever keeps the jobs in order sees those of everybody. */
    private boolean seesAll(Role role, String whose) {
        return whose.equals("own:job") && matrix.roles(Action.READ_ALL_JOBS).contains(role);
    }

    /** Nor does the answer differ from the one about a thing that never was. */
    private static void expectNotFound(String[] endpoint, String id, BrowserSession person) {
        TestServer.Answer foreign = call(endpoint, id, person);
        assertThat(foreign.status()).as(foreign.text()).isEqualTo(404);
        String never = "9".repeat(id.length() == 64 ? 64 : 9);
        assertThat(withoutRequest(call(endpoint, never, person), never)).isEqualTo(withoutRequest(foreign, id));
    }

    private static TestServer.Answer call(String[] endpoint, String id, BrowserSession person) {
        String path = endpoint[1].replaceAll("\\{[^}]+}", id);
        String request = endpoint.length > 4 ? endpoint[4] : "";
        return request.startsWith("?")
                ? person.call(endpoint[0], path + request, "")
                : person.call(endpoint[0], path, request);
    }

    private static String withoutRequest(TestServer.Answer answer, String id) {
        return answer.text()
                .replaceAll("\"requestId\":\"[^\"]+\"", "")
                .replaceAll("(?<![0-9a-z])" + id + "(?![0-9a-z])", "ID");
    }

    /** Something of each kind that belongs to the other county's plant. */
    private Map<String, String> foreignThings(Campaign campaign) {
        int other = server.account("other-person", Campaign.OTHER_PLANT, Role.PLANT, Role.CITY_OFFICE);
        BrowserSession session = server.signedIn("other-person");
        String token = session.call("POST", "/api/v1/account/tokens", """
                        {"name": "night", "actions": ["READ_DATA"]}""")
                .json()
                .at("/view/id")
                .asString();
        String openSession = session.call("GET", "/api/v1/account/sessions", "")
                .json()
                .at("/items/0/id")
                .asString();
        jdbc.sql("DELETE FROM account_role WHERE account_id = ? AND role = 'CITY_OFFICE'")
                .param(other)
                .update();
        String job = jdbc.sql("""
                        INSERT INTO job (kind, subject, owner_kind, owner_account, owner, state)
                        VALUES ('import-air', 'a.csv', 'PERSON', ?, 'other-person', 'done') RETURNING id""").param(other).query(String.class).single();
        return Map.of(
                "account",
                Integer.toString(other),
                "unit",
                Integer.toString(campaign.unitId(Campaign.OTHER_PLANT)),
                "token",
                token,
                "session",
                openSession,
                "job",
                job,
                "file",
                file(other));
    }

    private String file(int owner) {
        Actor actor =
                accounts.findActor(Actor.Kind.PERSON, owner, Standing.FULL).orElseThrow();
        byte[] content = "what a plant noted".getBytes(StandardCharsets.UTF_8);
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor));
        try {
            return files.put(new ByteArrayInputStream(content), "note.txt").sha256();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Map<String, String[]> table(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                .map(line -> line.split(",", 5))
                .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> row, (a, b) -> a, TreeMap::new));
    }
}
