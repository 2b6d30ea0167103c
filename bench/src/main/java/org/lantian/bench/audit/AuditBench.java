package org.lantian.bench.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.lantian.audit.Verification;
import org.lantian.bench.BenchContext;
import org.lantian.bench.Benchmark;
import org.lantian.bench.imports.BenchServer;
import org.lantian.server.audit.AuditChain;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.AuditSearch;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.http.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing, proving and searching a chain of a million events in the product's own PostgreSQL. */
public final class AuditBench implements Benchmark {

    private static final int EVENTS = 1_000_000;
    private static final int EVENTS_A_TRANSACTION = 500;
    private static final long NANOS_TO_MEASURE = 3_000_000_000L;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String description() {
        return """
                Small changes (one row and one event a transaction, fsync on) by one and by many threads, beside the same changes
                without an event; events that are committed alone; then a chain of a million events, proved from one end to the
                other (hash, seal, link of each event) and searched.""";
    }

    @Override
    public String run(BenchContext context) {
        try (BenchServer server = BenchServer.start(context.checkout())) {
            return measure(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String measure(BenchServer server) {
        AuditLog audit = server.bean(AuditLog.class);
        TransactionTemplate transaction = server.bean(TransactionTemplate.class);
        JdbcClient jdbc = server.jdbc();
        jdbc.sql("CREATE TABLE bench_change (id bigint GENERATED ALWAYS AS IDENTITY, name text)")
                .update();
        StringBuilder result = new StringBuilder("| what | threads | per second |\n|---|---:|---:|\n");
        Runnable change = () -> transaction.executeWithoutResult(status ->
                jdbc.sql("INSERT INTO bench_change (name) VALUES ('x')").update());
        Runnable audited = () -> transaction.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO bench_change (name) VALUES ('x')").update();
            audit.record(event("x"));
        });
        Runnable alone = () -> audit.recordAlone(event("x"));
        for (int threads : new int[] {1, 8}) {
            result.append(row("changes without audit", threads, rate(threads, change)));
            result.append(row("changes with one event each", threads, rate(threads, audited)));
        }
        for (int threads : new int[] {1, 32}) {
            result.append(row("events committed alone", threads, rate(threads, alone)));
        }
        result.append(row(EVENTS_A_TRANSACTION + " events a transaction", 1, fill(audit, transaction)));
        jdbc.sql("VACUUM ANALYZE audit_event").update();
        return result.append('\n')
                .append(proof(server.bean(AuditChain.class)))
                .append('\n')
                .append(searches(server.bean(AuditSearch.class)))
                .append('\n')
                .append(size(jdbc))
                .toString();
    }

    private static Event event(String subject) {
        return Event.of("account.changed")
                .on(EntityRef.of("account", 17), subject)
                .before(Map.of("displayName", "张三", "unit", 12, "roles", List.of("COUNTY")))
                .after(Map.of("displayName", "张三", "unit", 14, "roles", List.of("COUNTY", "INSPECTOR")))
                .reason("岗位调整");
    }

    private static String row(String what, int threads, double rate) {
        return String.format(Locale.ROOT, "| %s | %d | %,.0f |%n", what, threads, rate);
    }

    /** Calls a second, after a second of warming up. */
    private static double rate(int threads, Runnable call) {
        count(threads, call, NANOS_TO_MEASURE / 3);
        return count(threads, call, NANOS_TO_MEASURE);
    }

    private static double count(int threads, Runnable call, long nanos) {
        AtomicLong calls = new AtomicLong();
        long began = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Boolean>> loops = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                loops.add(() -> {
                    while (System.nanoTime() - began < nanos) {
                        call.run();
                        calls.incrementAndGet();
                    }
                    return true;
                });
            }
            for (Future<Boolean> loop : pool.invokeAll(loops)) {
                loop.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return calls.get() * 1e9 / (System.nanoTime() - began);
    }

    private static double fill(AuditLog audit, TransactionTemplate transaction) {
        long began = System.nanoTime();
        for (int done = 0; done < EVENTS; done += EVENTS_A_TRANSACTION) {
            int from = done;
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < EVENTS_A_TRANSACTION; i++) {
                    audit.record(event("subject " + (from + i)));
                }
            });
        }
        return EVENTS * 1e9 / (System.nanoTime() - began);
    }

    private static String proof(AuditChain chain) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        AtomicLong most = new AtomicLong();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long began = System.nanoTime();
        Verification proof = chain.prove(
                List.of(), events -> most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max));
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!proof.ok()) {
            throw new IllegalStateException("the chain is broken: " + proof.finding());
        }
        return String.format(
                Locale.ROOT,
                "Proof: %,d events in %.1f s, %,.0f events a second; heap at most %,d MiB above the start (garbage included).%n",
                proof.events(),
                seconds,
                proof.events() / seconds,
                Math.max(0, (most.get() - before) >> 20));
    }

    private static String searches(AuditSearch search) {
        StringBuilder rows = new StringBuilder("| search in a million events, first page of 50 | time |\n|---|---:|\n");
        Map<String, EventFilter> filters = new LinkedHashMap<>();
        filters.put("newest", EventFilter.ALL);
        filters.put("one thing's history", EventFilter.of(Map.of("entityType", "account", "entityId", "17")));
        filters.put("by actor", EventFilter.of(Map.of("actor", "system")));
        filters.put("by a rare word", EventFilter.of(Map.of("action", "city.pack-loaded")));
        filters.put("by time, nothing in it", EventFilter.of(Map.of("until", "2020-01-01T00:00:00Z")));
        filters.put("text that is nowhere", EventFilter.of(Map.of("q", "nowhere to be found")));
        filters.forEach((what, filter) -> {
            search.page(filter, PageQuery.first(), Locale.CHINESE);
            long began = System.nanoTime();
            search.page(filter, PageQuery.first(), Locale.CHINESE);
            rows.append(String.format(Locale.ROOT, "| %s | %.1f ms |%n", what, (System.nanoTime() - began) / 1e6));
        });
        return rows.toString();
    }

    private static String size(JdbcClient jdbc) {
        long bytes = jdbc.sql("SELECT pg_total_relation_size('audit_event')")
                .query(Long.class)
                .single();
        long events =
                jdbc.sql("SELECT count(*) FROM audit_event").query(Long.class).single();
        return String.format(
                Locale.ROOT,
                "Table `audit_event` with its indexes: %,d bytes, %,d bytes an event.%n",
                bytes,
                bytes / events);
    }
}
