package org.lantian.bench.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;
import org.lantian.bench.imports.BenchServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of the platform over HTTP at the size of a city, one after another and with many users at once. */
public final class ListsBench implements Benchmark {

    private static final int WARM_UP_CALLS = 30;
    private static final int MEASURED_CALLS = 100;

    private static final String[] ACTIONS = {
        "LIST_PEOPLE",
        "READ_OWN_JOBS",
        "READ_ALL_JOBS",
        "READ_DATA",
        "READ_AUDIT",
        "READ_PEOPLE_HISTORY",
        "EDIT_PEOPLE",
        "USE_FILES"
    };

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "Pages of 50 from the lists of the platform over HTTP, with %,d users in %,d units, %,d jobs and %,d events of"
                        + " the audit, as seen by who sees everything, by a county and by a plant; %d calls of each kind, one"
                        + " after another, behind %d that warm up. Then %s",
                Campaign.USERS,
                Campaign.UNITS,
                Campaign.JOBS,
                Campaign.EVENTS,
                MEASURED_CALLS,
                WARM_UP_CALLS,
                ManyUsers.DESCRIPTION);
    }

    @Override
    public String run(BenchContext context) {
        try (BenchServer server = BenchServer.start(context.checkout())) {
            Campaign.fill(server);
            return measure(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String measure(BenchServer server) {
        JdbcClient jdbc = server.jdbc();
        String county = jdbc.sql("SELECT code FROM unit WHERE kind = 'county' ORDER BY id LIMIT 1")
                .query(String.class)
                .single();
        Map<String, String> who = new LinkedHashMap<>();
        who.put("administrator", token(jdbc, "SYSTEM_ADMINISTRATOR", "140500"));
        who.put("auditor", token(jdbc, "AUDIT_ADMINISTRATOR", "140500"));
        who.put("county", token(jdbc, "COUNTY", county));
        who.put("plant", token(jdbc, "PLANT", "plant-77"));
        StringBuilder rows =
                new StringBuilder("| who | page | p50 (ms) | p95 (ms) | greatest (ms) |\n|---|---|---:|---:|---:|\n");
        try (Caller caller = new Caller(server)) {
            List.of(
                            "/users",
                            "/users?sort=-lastSignIn",
                            "/users?state=PENDING",
                            "/users?q=人员%20ab",
                            "/users?q=nowhere",
                            "/units",
                            "/jobs?all=true",
                            "/jobs?all=true&state=failed",
                            "/jobs?all=true&state=open")
                    .forEach(path -> rows.append(row("administrator", path, who, caller)));
            List.of(
                            "/audit/events",
                            "/audit/events?sort=actor",
                            "/audit/events?actor=p17",
                            "/audit/events?entityType=account&entityId=42",
                            "/audit/events?action=unit.",
                            "/audit/events?q=subject%20999",
                            "/audit/events?q=nowhere")
                    .forEach(path -> rows.append(row("auditor", path, who, caller)));
            for (String scoped : List.of("county", "plant")) {
                List.of("/users", "/users?q=nowhere", "/units", "/jobs")
                        .forEach(path -> rows.append(row(scoped, path, who, caller)));
            }
            return rows.append('\n').append(ManyUsers.run(jdbc, caller)).toString();
        }
    }

    private static String token(JdbcClient jdbc, String role, String unit) {
        return Campaign.tokens(jdbc, 1, role, unit, ACTIONS).getFirst();
    }

    private static String row(String who, String path, Map<String, String> tokens, Caller caller) {
        String token = String.valueOf(tokens.get(who));
        for (int i = 0; i < WARM_UP_CALLS; i++) {
            caller.get(token, path);
        }
        double[] milliseconds = new double[MEASURED_CALLS];
        for (int i = 0; i < MEASURED_CALLS; i++) {
            long began = System.nanoTime();
            caller.get(token, path);
            milliseconds[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(milliseconds);
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %.1f | %.1f | %.1f |%n",
                who,
                path.replace("|", ""),
                milliseconds[MEASURED_CALLS / 2],
                milliseconds[MEASURED_CALLS * 95 / 100],
                milliseconds[MEASURED_CALLS - 1]);
    }
}
