package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Action;
import org.lantian.server.access.Role;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("The matrix of roles and actions")
class RoleMatrixTest {

    private final TestServer server;
    private final RoleMatrix matrix;

    @Autowired
    RoleMatrixTest(TestServer server, RoleMatrix matrix) {
        this.server = server;
        this.matrix = matrix;
    }

    @Test
    @DisplayName("shows each role, each action and the very endpoints of the table that the access test goes through")
    void complete() throws IOException {
        JsonNode shown = server.asRole(Role.PLANT)
                .call("GET", "/api/v1/roles/matrix", "")
                .json();
        assertThat(shown.get("roles").valueStream().map(role -> role.get("role").asString()))
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
        Map<String, Set<String>> endpoints = shown.get("actions")
                .valueStream()
                .collect(Collectors.toMap(
                        action -> action.get("action").asString(),
                        action -> action.get("endpoints")
                                .valueStream()
                                .map(endpoint -> endpoint.get("method").asString() + " "
                                        + endpoint.get("path").asString())
                                .collect(Collectors.toSet())));
        assertThat(endpoints.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Action.values()).map(Action::name).toList());
        List<String[]> table = new ClassPathResource("endpoints.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                .map(line -> line.split(",", -1))
                .filter(row -> !row[1].startsWith("/v3/")) // served by a library, guarded by the filter chain
                .toList();
        for (String[] row : table) {
            assertThat(endpoints.get(row[2])).as(row[2]).contains(row[0] + " " + row[1]);
        }
        assertThat(endpoints.values().stream().mapToInt(Set::size).sum()).isEqualTo(table.size());
    }

    @Test
    @DisplayName(
            "keeps the three administrators apart: who makes accounts grants no roles, and neither reads the audit")
    void separation() {
        assertThat(matrix.roles(Action.EDIT_PEOPLE)).containsExactly(Role.SYSTEM_ADMINISTRATOR);
        assertThat(matrix.roles(Action.ASSIGN_ROLES)).containsExactly(Role.SECURITY_ADMINISTRATOR);
        assertThat(matrix.roles(Action.READ_AUDIT)).containsExactly(Role.AUDIT_ADMINISTRATOR);
        assertThat(matrix.roles(Action.EXPORT_AUDIT)).containsExactly(Role.AUDIT_ADMINISTRATOR);
        assertThat(matrix.roles(Action.COMMAND_THIS_MACHINE)).isEmpty();
        Set<Action> open = Arrays.stream(Action.values())
                .filter(action -> matrix.roles(action).contains(Role.PUBLIC))
                .collect(Collectors.toSet());
        assertThat(open).as("without sign-in").containsExactlyInAnyOrder(Action.READ_AIR, Action.SIGN_IN);
    }
}
