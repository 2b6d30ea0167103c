package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

// it calls more often than anybody may
@LantianTest
@TestPropertySource(properties = {"lantian.http.per-address.burst=100000", "lantian.http.per-account.burst=100000"})
@DisplayName("Every endpoint")
class EndpointAccessTest {

    private static final List<Integer> REFUSALS = List.of(401, 403);

    private final TestServer server;
    private final RequestMappingHandlerMapping mapping;
    private final Administrators administrators;
    private final RoleMatrix matrix;

    @Autowired
    EndpointAccessTest(
            TestServer server,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            Administrators administrators,
            RoleMatrix matrix) {
        this.matrix = matrix;
        this.server = server;
        this.mapping = mapping;
        this.administrators = administrators;
    }

    @Test
    @DisplayName("stands in the table of who may use it")
    void complete() throws IOException {
        Set<String> served = mapping.getHandlerMethods().keySet().stream()
                .flatMap(EndpointAccessTest::endpoints)
                .filter(endpoint -> !endpoint.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(table().keySet()).containsExactlyElementsOf(served);
    }

    @TestFactory
    @DisplayName("lets in whom the table says, and nobody else")
    Stream<DynamicTest> access() throws IOException {
        administrators.createMissing();
        Map<Role, BrowserSession> people = new EnumMap<>(Role.class);
        BrowserSession mustChange = new BrowserSession(server);
        String token = server.asRole(Role.CITY_OFFICE)
                .call("POST", "/api/v1/account/tokens", "{\"name\": \"reader\", \"actions\": [\"READ_DATA\"]}")
                .json()
                .get("token")
                .asString();
        return table().entrySet().stream().flatMap(row -> {
            String method = row.getKey().substring(0, row.getKey().indexOf(' '));
            String path = row.getKey().substring(row.getKey().indexOf(' ') + 1).replaceAll("\\{[^}]+}", "0");
            Action action = row.getValue();
            boolean signsOut = path.equals("/api/v1/session") && method.equals("DELETE");
            Stream<DynamicTest> asRoles = Arrays.stream(Role.values())
                    .map(role -> DynamicTest.dynamicTest(
                            row.getKey() + " as " + role,
                            () -> expect(matrix.roles(action).contains(role), call(method, path, as(role, people)))));
            return Stream.concat(
                    asRoles,
                    Stream.of(
                            DynamicTest.dynamicTest(
                                    row.getKey() + " with a token for READ_DATA",
                                    () -> expect(
                                            open(action) || action == Action.READ_DATA,
                                            server.send(
                                                    method,
                                                    path,
                                                    BodyPublishers.noBody(),
                                                    "Authorization",
                                                    "Bearer " + token,
                                                    "Content-Type",
                                                    "application/json"))),
                            DynamicTest.dynamicTest(
                                    row.getKey() + " before the initial password is changed",
                                    () -> expect(
                                            open(action) || action == Action.SECURE_OWN_ACCOUNT,
                                            call(
                                                    method,
                                                    path,
                                                    signsOut ? new BrowserSession(server) : loggedIn(mustChange)))),
                            DynamicTest.dynamicTest(
                                    row.getKey() + " as the local command line",
                                    () -> expect(
                                            true, server.asAdministrator(method, path, BodyPublishers.noBody())))));
        });
    }

    @Test
    @DisplayName("refuses a wrong secret even where anybody may read")
    void wrongSecret() {
        TestServer.Answer answer = server.get("/api/v1/health", "Authorization", "Bearer 0000");
        assertThat(answer.status()).isEqualTo(401);
    }

    /** A session of this role, a new one when a call before has ended it; nobody's for the public. */
    private BrowserSession as(Role role, Map<Role, BrowserSession> people) {
        if (role == Role.PUBLIC) {
            return new BrowserSession(server);
        }
        BrowserSession open = people.get(role);
        if (open == null
                || open.call("GET", "/api/v1/session", "")
                        .json()
                        .get("username")
                        .isNull()) {
            open = server.asRole(role);
            people.put(role, open);
        }
        return open;
    }

    /** Logs in with an initial password unless that is still so: some endpoints end sessions. */
    private BrowserSession loggedIn(BrowserSession session) {
        if (session.call("GET", "/api/v1/session", "").json().get("username").isNull()) {
            session.login(
                    Administrators.SYSTEM,
                    administrators.resetPassword(Administrators.SYSTEM).password());
        }
        return session;
    }

    private boolean open(Action action) {
        return matrix.roles(action).contains(Role.PUBLIC);
    }

    private static TestServer.Answer call(String method, String path, BrowserSession session) {
        return session.call(method, path, "");
    }

    /** Allowed means that something else than the right to call decides: a missing body, an unknown id, or success. */
    private static void expect(boolean allowed, TestServer.Answer answer) {
        if (allowed) {
            assertThat(answer.status()).as(answer.text()).isNotIn(REFUSALS).isLessThan(500);
        } else {
            assertThat(answer.status()).as(answer.text()).isIn(REFUSALS);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private static Stream<String> endpoints(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods)
                        .stream().map(method -> method + " " + path));
    }

    private static Map<String, Action> table() throws IOException {
        return new ClassPathResource("endpoints.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("method,") && !line.isBlank())
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        row -> row[0] + " " + row[1], row -> Action.valueOf(row[2]), (a, b) -> a, TreeMap::new));
    }
}
