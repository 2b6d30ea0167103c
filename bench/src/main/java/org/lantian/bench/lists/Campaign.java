package org.lantian.bench.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lantian.bench.imports.BenchServer;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Scope;
import org.lantian.server.access.Standing;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills a server with people, units, jobs and events as a city has them after years. */
final class Campaign {

    static final int UNITS = 5_000;
    static final int USERS = 20_000;
    static final int JOBS = 100_000;
    static final int EVENTS = 1_000_000;

    private static final int EVENTS_A_TRANSACTION = 500;

    private Campaign() {}

    static void fill(BenchServer server) {
        JdbcClient jdbc = server.jdbc();
        jdbc.sql("""
                WITH county AS (SELECT array_agg(id) AS ids, array_agg(area_code) AS areas, count(*)::int AS count
                                  FROM unit WHERE kind = 'county')
                INSERT INTO unit (code, kind, parent_id, name_zh, name_en, area_code, sectors)
                SELECT 'plant-' || n, 'plant', ids[1 + n % count], '第' || n || '厂', 'Plant ' || n, areas[1 + n % count], '{}'
                  FROM county, generate_series(1, :units) n""").param("units", UNITS).update();
        jdbc.sql("""
                WITH plant AS (SELECT array_agg(id) AS ids, count(*)::int AS count FROM unit WHERE kind = 'plant')
                INSERT INTO account (username, display_name, unit_id, state, created)
                SELECT 'u' || md5(n::text), '人员 ' || md5('x' || n), ids[1 + n % count],
                       CASE n % 100 WHEN 0 THEN 'pending' ELSE 'active' END, now() - n * interval '1 minute'
                  FROM plant, generate_series(1, :users) n""").param("users", USERS).update();
        jdbc.sql("""
                INSERT INTO account_role (account_id, role, granted, decided_by)
                SELECT id, 'PLANT', state <> 'pending', 'system' FROM account ON CONFLICT DO NOTHING""").update();
        jdbc.sql("""
                INSERT INTO job (kind, subject, owner_kind, owner_account, owner, state, requested, started, finished)
                SELECT 'import-air', n || '.csv', 'PERSON', n % 20000, 'u' || n % 20000,
                       CASE n % 500 WHEN 3 THEN 'failed' ELSE 'done' END, now() - n * interval '1 second', now(), now()
                  FROM generate_series(1, :jobs) n""").param("jobs", JOBS).update();
        events(server.bean(AuditLog.class), server.bean(TransactionTemplate.class));
        jdbc.sql("VACUUM ANALYZE").update();
    }

    private static void events(AuditLog audit, TransactionTemplate transaction) {
        for (int done = 0; done < EVENTS; done += EVENTS_A_TRANSACTION) {
            int from = done;
            transaction.executeWithoutResult(status -> {
                for (int n = from; n < from + EVENTS_A_TRANSACTION; n++) {
                    audit.record(Event.of(n % 1000 == 0 ? "unit.changed" : "account.changed")
                            .on(EntityRef.of("account", n % USERS), "subject " + n)
                            .after(Map.of("unit", 14, "roles", List.of("COUNTY", "INSPECTOR")))
                            .reason("岗位调整")
                            .by(new Actor(
                                    Actor.Kind.PERSON,
                                    n % 500,
                                    "p" + n % 500,
                                    Set.of(),
                                    Standing.FULL,
                                    Scope.NOWHERE)));
                }
            });
        }
    }

    /**
     * So many accounts with this role in this unit, each with a token for these actions.
     *
     * @return the tokens
     */
    static List<String> tokens(JdbcClient jdbc, int count, String role, String unitCode, String... actions) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String token =
                    "lantian_" + (role + unitCode + count + "x" + i).replaceAll("[^A-Za-z0-9]", "") + "0123456789";
            int account = jdbc.sql("""
                    INSERT INTO account (username, display_name, unit_id, state)
                    VALUES (:name, '测量', (SELECT id FROM unit WHERE code = :unit), 'active') RETURNING id""")
                    .param(
                            "name",
                            "bench." + role.toLowerCase(java.util.Locale.ROOT) + "." + unitCode + "." + count + "." + i)
                    .param("unit", unitCode)
                    .query(Integer.class)
                    .single();
            jdbc.sql("INSERT INTO account_role (account_id, role, granted, decided_by) VALUES (?, ?, true, 'system')")
                    .params(account, role)
                    .update();
            jdbc.sql(
                            "INSERT INTO machine_token (account_id, name, prefix, hash, actions) VALUES (?, 'bench', '', ?, ?)")
                    .params(account, sha256(token), actions)
                    .update();
            tokens.add(token);
        }
        return tokens;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
