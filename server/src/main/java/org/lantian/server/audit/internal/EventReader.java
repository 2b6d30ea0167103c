package org.lantian.server.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.lantian.audit.ChainedEvent;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Keyset.Kind;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds events and the lines from before the chain. */
@Repository
public class EventReader {

    private static final int FETCH_SIZE = 2000;

    private static final Keyset<EventRow> ORDER = Keyset.of("sequence", Kind.LONG, EventRow::sequence)
            .by("sequence", "sequence", Kind.LONG, EventRow::sequence)
            .by("actor", "actor", Kind.TEXT, EventRow::actor)
            .by("action", "action", Kind.TEXT, EventRow::action)
            .by("address", "address", Kind.TEXT, EventRow::address)
            .usually("-sequence");

    /** Text can't be looked up in an index: so many rows are looked through for a page, and the next one goes on there. */
    static final int MOST_LOOKED_AT = 50_000;

    private static final String COLUMNS = """
            sequence, happened, actor_kind, actor_id, actor, address, request, action, entity_type, entity_id,
            subject, before, after, reason, personal""";

    private static final String CHAINED = """
            SELECT sequence, format, happened, actor_kind, actor_id, actor, address, request, action, entity_type,
                   entity_id, subject, before, after, reason, personal, encode(previous_hash, 'hex'),
                   encode(hash, 'hex'), encode(seal, 'hex')
            FROM audit_event""";

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final TransactionTemplate oneSnapshot;

    EventReader(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        JdbcTemplate withCursor = new JdbcTemplate(dataSource);
        withCursor.setFetchSize(FETCH_SIZE);
        this.streaming = JdbcClient.create(withCursor);
        this.oneSnapshot = new TransactionTemplate(transactions);
        oneSnapshot.setReadOnly(true);
        oneSnapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    /** Part of the events that match. */
    public Page<EventRow> page(EventFilter filter, PageQuery query) {
        Keyset.Slice<EventRow> slice = ORDER.slice(query);
        Condition condition = Condition.of(filter);
        return condition.text.isEmpty()
                ? slice.page(statement(both(condition, slice, slice.size() + 1), condition, slice)
                        .query(EventRow::of)
                        .list())
                : searchText(condition, slice);
    }

    /** A row that was looked at, the how manieth, and whether the text is in it. */
    private record LookedAt(EventRow row, int place, boolean found) {}

    private Page<EventRow> searchText(Condition condition, Keyset.Slice<EventRow> slice) {
        List<LookedAt> rows = statement(
                        "SELECT * FROM (SELECT line.*, row_number() OVER () AS place, " + condition.text
                                + " AS found FROM "
                                + "(" + both(condition, slice, MOST_LOOKED_AT)
                                + ") line) numbered WHERE found OR place = "
                                + MOST_LOOKED_AT + " ORDER BY place LIMIT " + (slice.size() + 1),
                        condition,
                        slice)
                .query((row, number) ->
                        new LookedAt(EventRow.of(row, number), row.getInt("place"), row.getBoolean("found")))
                .list();
        List<EventRow> found =
                rows.stream().filter(LookedAt::found).map(LookedAt::row).toList();
        boolean allLookedAt = rows.isEmpty() || rows.getLast().place() < MOST_LOOKED_AT;
        return slice.page(found, allLookedAt ? null : rows.getLast().row());
    }

    private JdbcClient.StatementSpec statement(String sql, Condition condition, Keyset.Slice<EventRow> slice) {
        return jdbc.sql(sql).params(condition.parameters).params(slice.parameters());
    }

    /** The first rows of chain and lines from before it, each by its own index, in one order. */
    private static String both(Condition condition, Keyset.Slice<EventRow> slice, int most) {
        String rows = " WHERE " + condition.sql + " AND " + slice.condition() + slice.orderOnly() + " LIMIT " + most;
        return "SELECT * FROM ((SELECT " + COLUMNS + ", encode(hash, 'hex') AS hash FROM audit_event" + rows
                + ") UNION ALL (SELECT " + COLUMNS + ", hash FROM audit_line_unchained" + rows + ")) both_kinds"
                + slice.orderOnly() + " LIMIT " + most;
    }

    public Optional<EventRow> find(long sequence) {
        return jdbc.sql("SELECT * FROM audit_line WHERE sequence = ?")
                .param(sequence)
                .query(EventRow::of)
                .optional();
    }

    public long count(EventFilter filter) {
        Condition condition = Condition.of(filter);
        return jdbc.sql("SELECT count(*) FROM audit_line WHERE " + condition.all())
                .params(condition.parameters)
                .query(Long.class)
                .single();
    }

    /** Each row that matches, by sequence. */
    public void forEach(EventFilter filter, Consumer<EventRow> each) {
        Condition condition = Condition.of(filter);
        oneSnapshot.executeWithoutResult(status -> {
            try (Stream<EventRow> rows = streaming
                    .sql("SELECT * FROM audit_line WHERE " + condition.all() + " ORDER BY sequence")
                    .params(condition.parameters)
                    .query(EventRow::of)
                    .stream()) {
                rows.forEach(each);
            }
        });
    }

    /** Each chained event that matches, by sequence, as it is hashed. */
    public void forEachChained(EventFilter filter, Consumer<ChainedEvent> each) {
        Condition condition = Condition.of(filter);
        oneSnapshot.executeWithoutResult(status -> {
            try (Stream<ChainedEvent> rows = streaming
                    .sql(CHAINED + " WHERE " + condition.all() + " ORDER BY sequence")
                    .params(condition.parameters)
                    .query(EventReader::chained)
                    .stream()) {
                rows.forEach(each);
            }
        });
    }

    static ChainedEvent chained(ResultSet row, int number) throws SQLException {
        OffsetDateTime happened = row.getObject(3, OffsetDateTime.class);
        return new ChainedEvent(
                row.getLong(1),
                row.getInt(2),
                happened == null ? "" : ChainedEvent.time(happened),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19));
    }

    static String chainedSql() {
        return CHAINED;
    }

    /**
     * A filter as SQL with named parameters.
     *
     * @param sql what an index can answer
     * @param text what has to be looked for in each row; empty when no text is looked for
     */
    private record Condition(String sql, String text, Map<String, Object> parameters) {

        String all() {
            return text.isEmpty() ? sql : sql + " AND " + text;
        }

        static Condition of(EventFilter filter) {
            StringBuilder sql = new StringBuilder("true");
            Map<String, Object> parameters = new LinkedHashMap<>();
            if (filter.from() != null) {
                sql.append(" AND happened >= :from");
                parameters.put("from", filter.from());
            }
            if (filter.until() != null) {
                sql.append(" AND happened < :until");
                parameters.put("until", filter.until());
            }
            Map<String, String> asked = filter.asked();
            exact(asked, "actor", "actor", sql, parameters);
            exact(asked, "entityType", "entity_type", sql, parameters);
            exact(asked, "entityId", "entity_id", sql, parameters);
            exact(asked, "address", "address", sql, parameters);
            String action = asked.get("action");
            if (action != null && action.endsWith(".")) {
                sql.append(" AND action >= :action AND action < :beyond");
                parameters.put("action", action);
                parameters.put("beyond", action.substring(0, action.length() - 1) + "/"); // the letter after the dot
            } else {
                exact(asked, "action", "action", sql, parameters);
            }
            String q = asked.get("q");
            if (q == null) {
                return new Condition(sql.toString(), "", parameters);
            }
            parameters.put("q", "%" + q.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            return new Condition(
                    sql.toString(),
                    "coalesce(subject ILIKE :q OR reason ILIKE :q OR before ILIKE :q OR after ILIKE :q, false)",
                    parameters);
        }

        private static void exact(
                Map<String, String> asked,
                String name,
                String column,
                StringBuilder sql,
                Map<String, Object> parameters) {
            String value = asked.get(name);
            if (value != null) {
                sql.append(" AND ").append(column).append(" = :").append(name);
                parameters.put(name, value);
            }
        }
    }
}
