package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lantian.server.access.Action;
import org.lantian.server.access.Role;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("An id of somebody else's thing")
class ForeignIdsTest {

    /** Roles that see a part only when they sit in a unit of a county, a department or a plant. */
    private static final Set<Role> BOUNDED =
            EnumSet.of(Role.LEADER, Role.COUNTY, Role.DEPARTMENT, Role.INSPECTOR, Role.PLANT);

    private final TestServer server;
    private final JdbcClient jdbc;
    private final RoleMatrix matrix;

    @Autowired
    ForeignIdsTest(TestServer server, JdbcClient jdbc, RoleMatrix matrix) {
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
        Map<String, String> actions = table("endpoints.csv");
        return table("foreign-ids.csv").entrySet().stream()
                .filter(row -> !row.getValue().equals("shared"))
                .flatMap(row -> {
                    Action action = Action.valueOf(actions.get(row.getKey()));
                    String kind = row.getValue().substring(row.getValue().indexOf(':') + 1);
                    String id = foreign.get(kind);
                    assertThat(id).as("ForeignIdsTest makes no " + kind).isNotNull();
                    return strangers(row.getValue(), action)
                            .map(role -> DynamicTest.dynamicTest(
                                    row.getKey() + " as " + role,
                                    () -> expectNotFound(row.getKey(), id, people.get(role))));
                });
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

    private static void expectNotFound(String endpoint, String id, BrowserSession person) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{[^}]+}", id);
        TestServer.Answer answer = person.call(method, path, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
        // nor does a thing that never was look otherwise
        TestServer.Answer nothing = person.call(
                method, endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "987654321"), "");
        assertThat(nothing.text().replaceAll("987654321", id).replaceAll("\"requestId\":\"[^\"]+\"", ""))
                .isEqualTo(answer.text().replaceAll("\"requestId\":\"[^\"]+\"", ""));
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
                        VALUES ('import-air', 'a.csv', 'PERSON', ?, 'other-person', 'done') RETURNING id""")
                .param(other)
                .query(String.class)
                .single();
        return Map.of(
                "account", Integer.toString(other),
                "unit", Integer.toString(campaign.unitId(Campaign.OTHER_PLANT)),
                "token", token,
                "session", openSession,
                "job", job);
    }

    private static Map<String, String> table(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> row[2], (a, b) -> a, TreeMap::new));
    }
}
