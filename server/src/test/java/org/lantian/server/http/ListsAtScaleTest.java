package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.access.Standing;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.StatementLog;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts, by the database's own account of each query, how many rows of large tables a page looks at. A number of rows
 * depends on no clock and no load.
 */
@LantianTest(city = LantianTest.GENERATED)
@Import(StatementLog.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("With 20,000 users, 5,000 units, 100,000 jobs and 20,000 events, a page of a list")
class ListsAtScaleTest {

    private static final Set<String> LARGE = Set.of("account", "account_role", "unit", "job", "audit_event");

    /** A page of 50 with what belongs to each row, several times over. */
    private static final long FEW = 1_000;

    private final TestServer server;
    private final StatementLog statements;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    ListsAtScaleTest(
            TestServer server,
            StatementLog statements,
            JdbcClient jdbc,
            JdbcTemplate template,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.server = server;
        this.statements = statements;
        this.jdbc = jdbc;
        this.template = template;
        this.audit = audit;
        this.transaction = transaction;
    }

    @BeforeAll
    void fill() {
        jdbc.sql("""
                WITH county AS (SELECT array_agg(id) AS ids, array_agg(area_code) AS areas, count(*)::int AS count
                                  FROM unit WHERE kind = 'county')
                INSERT INTO unit (code, kind, parent_id, name_zh, name_en, area_code, sectors)
                SELECT 'plant-' || n, 'plant', ids[1 + n % count], '第' || n || '厂', 'Plant ' || n,
                       areas[1 + n % count], '{}'
                  FROM county, generate_series(1, 5000) n""").update();
        jdbc.sql("""
                WITH plant AS (SELECT array_agg(id) AS ids, count(*)::int AS count FROM unit WHERE kind = 'plant')
                INSERT INTO account (username, display_name, unit_id, state, created, disabled)
                SELECT 'u' || md5(n::text), '人员 ' || md5('x' || n), ids[1 + n % count],
                       CASE n % 100 WHEN 0 THEN 'pending' WHEN 1 THEN 'disabled' ELSE 'active' END,
                       now() - n * interval '1 minute', CASE n % 100 WHEN 1 THEN now() END
                  FROM plant, generate_series(1, 20000) n""").update();
        jdbc.sql("""
                INSERT INTO account_role (account_id, role, granted, decided_by)
                SELECT id, CASE id % 50 WHEN 7 THEN 'INSPECTOR' ELSE 'PLANT' END, state <> 'pending', 'system' FROM account
                    ON CONFLICT DO NOTHING""").update();
        jdbc.sql("""
                INSERT INTO job (kind, subject, owner_kind, owner_account, owner, state, requested, started, finished)
                SELECT CASE n % 1000 WHEN 0 THEN 'rare' ELSE 'import-air' END, n || '.csv', 'PERSON', n % 20000, 'u' || n % 20000,
                       CASE n % 500 WHEN 3 THEN 'failed' ELSE 'done' END,
                       now() - (100000 - n) * interval '1 second', now(), now()
                  FROM generate_series(1, 100000) n""").update();
        transaction.executeWithoutResult(status -> {
            for (int n = 0; n < 20_000; n++) {
                audit.record(Event.of(n % 1000 == 0 ? "unit.changed" : "account.changed")
                        .on(EntityRef.of("account", n % 2_000), "u" + n)
                        .after(Map.of("n", n))
                        .by(new Actor(
                                Actor.Kind.PERSON, n % 500, "p" + n % 500, Set.of(), Standing.FULL, Scope.NOWHERE)));
            }
        });
        jdbc.sql("ANALYZE").update();
    }

    @Test
    @DisplayName("looks at few rows, in each order and with each filter")
    void pages() {
        int plant = jdbc.sql("SELECT id FROM unit WHERE code = 'plant-77'")
                .query(Integer.class)
                .single();
        List<String> paths = new ArrayList<>();
        orders("/api/v1/users").forEach(paths::add);
        paths.addAll(List.of(
                "/api/v1/users?state=PENDING",
                "/api/v1/users?state=DISABLED&sort=username",
                "/api/v1/users?unit=" + plant + "&below=false",
                "/api/v1/users?role=AUDIT_ADMINISTRATOR",
                "/api/v1/users?role=PLANT&proposed=true",
                "/api/v1/jobs"));
        orders("/api/v1/jobs?all=true").forEach(paths::add);
        paths.addAll(List.of(
                "/api/v1/jobs?all=true&state=open",
                "/api/v1/jobs?all=true&state=failed",
                "/api/v1/jobs?all=true&kind=rare",
                "/api/v1/jobs?all=true&kind=none"));
        orders("/api/v1/audit/events").forEach(paths::add);
        paths.addAll(List.of(
                "/api/v1/audit/events?actor=p17",
                "/api/v1/audit/events?action=unit.changed",
                "/api/v1/audit/events?action=unit.",
                "/api/v1/audit/events?entityType=account&entityId=42",
                "/api/v1/audit/events?until=2000-01-01T00:00:00Z",
                "/api/v1/audit/events?address=10.9.9.9"));
        Map<String, Long> looked = new LinkedHashMap<>();
        for (String path : paths) {
            looked.put(path, rows(server::getAsAdministrator, path));
        }
        assertThat(looked).allSatisfy((path, rows) -> assertThat(rows).as(path).isLessThan(FEW));
        // the names of the units may come from their whole table: the database can't know how few lie below this one
        assertThat(rows(server::getAsAdministrator, "/api/v1/users?unit=" + plant))
                .isLessThan(5_100 + FEW);
    }

    @Test
    @DisplayName(
            "looks at few rows where somebody's scope is one plant, and at the units of the county where it is that")
    void scopes() {
        String county = jdbc.sql("SELECT code FROM unit WHERE kind = 'county' ORDER BY id LIMIT 1")
                .query(String.class)
                .single();
        server.account("scale-county", county, Role.COUNTY);
        server.account("scale-plant", "plant-77", Role.PLANT);
        long below = jdbc.sql("SELECT count(*) FROM unit c JOIN unit p ON p.parent_id = c.id WHERE c.code = ?")
                .param(county)
                .query(Long.class)
                .single();
        Map<String, Long> most = Map.of("scale-county", 2 * below + FEW, "scale-plant", FEW);
        most.forEach((name, limit) -> {
            BrowserSession browser = server.signedIn(name);
            for (String path : List.of("/api/v1/users", "/api/v1/jobs", "/api/v1/files")) {
                assertThat(rows(asked -> browser.call("GET", asked, ""), path))
                        .as(name + " " + path)
                        .isLessThan(limit);
            }
        });
    }

    @Test
    @DisplayName("looks through the whole table at most once where a text is searched, which no index can answer")
    void texts() {
        assertThat(rows(server::getAsAdministrator, "/api/v1/users?q=nowhere")).isLessThan(3 * 25_000L);
        assertThat(rows(server::getAsAdministrator, "/api/v1/audit/events?q=nowhere"))
                .isBetween(20_000L, 22_000L);
        assertThat(rows(server::getAsAdministrator, "/api/v1/audit/events?q=nowhere&actor=p17"))
                .isLessThan(FEW);
    }

    private interface Call {
        TestServer.Answer get(String path);
    }

    /** Rows of large tables that the queries behind this call looked at. */
    private long rows(Call call, String path) {
        statements.take();
        TestServer.Answer answer = call.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        List<String> queries = statements.take();
        assertThat(queries).as(path).isNotEmpty();
        long rows = 0;
        for (String query : queries) {
            String plan = template.queryForObject("EXPLAIN (ANALYZE, FORMAT JSON) " + query, String.class);
            rows += looked(json.readTree(plan).get(0).get("Plan"));
        }
        return rows;
    }

    private static long looked(JsonNode plan) {
        long rows = 0;
        if (LARGE.contains(plan.path("Relation Name").asString(""))) {
            double each = plan.path("Actual Rows").asDouble()
                    + plan.path("Rows Removed by Filter").asDouble(0)
                    + plan.path("Rows Removed by Index Recheck").asDouble(0);
            rows = Math.round(each * plan.path("Actual Loops").asDouble());
        }
        for (JsonNode part : plan.path("Plans")) {
            rows += looked(part);
        }
        return rows;
    }

    /** The list in each order that it knows, both ways. */
    private List<String> orders(String list) {
        String path = list.replaceAll("\\?.*", "");
        List<String> all = new ArrayList<>();
        for (JsonNode parameter : server.getAsAdministrator("/v3/api-docs")
                .json()
                .at("/paths")
                .path(path)
                .at("/get/parameters")) {
            if (parameter.get("name").asString().equals("sort")) {
                parameter
                        .at("/schema/enum")
                        .forEach(
                                order -> all.add(list + (list.contains("?") ? "&" : "?") + "sort=" + order.asString()));
            }
        }
        assertThat(all).as(path).isNotEmpty();
        return all;
    }
}
