package org.lantian.server.monitoring.internal;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which imports are looked for; what is null does not matter.
 *
 * @param q part of the file's name, capitals or not
 * @param state of the job; {@code open} for those that wait or run
 * @param dryRun whether only to try
 * @param by who asked for it, exact
 * @param from asked for not before
 * @param until asked for before
 */
public record ImportFilter(
        @Nullable String q,
        @Nullable String state,
        @Nullable Boolean dryRun,
        @Nullable String by,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until) {

    public static final ImportFilter ALL = new ImportFilter(null, null, null, null, null, null);

    /** SQL over {@code air_import i} and {@code job_line j} with named parameters. */
    record Condition(String sql, Map<String, Object> parameters) {}

    Condition condition() {
        StringBuilder sql = new StringBuilder("true");
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (q != null && !q.isBlank()) {
            sql.append(" AND i.file_name ILIKE :q");
            parameters.put("q", "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if ("open".equals(state)) {
            sql.append(" AND j.state IN ('queued', 'running')");
        } else {
            add("j.state = :state", "state", state, sql, parameters);
        }
        add("i.dry_run = :dry", "dry", dryRun, sql, parameters);
        add("j.owner = :by", "by", by, sql, parameters);
        add("j.requested >= :from", "from", from, sql, parameters);
        add("j.requested < :until", "until", until, sql, parameters);
        return new Condition(sql.toString(), parameters);
    }

    private static void add(
            String condition, String name, @Nullable Object value, StringBuilder sql, Map<String, Object> parameters) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            parameters.put(name, value);
        }
    }
}
