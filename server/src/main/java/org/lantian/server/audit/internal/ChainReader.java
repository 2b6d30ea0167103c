package org.lantian.server.audit.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainVerifier;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.Finding;
import org.lantian.audit.KeptText;
import org.lantian.audit.Verification;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CityTime;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole chain from one snapshot of the database, in constant memory, and has it proved. */
@Component
public class ChainReader {

    private static final int FETCH_SIZE = 2000;
    private static final int REPORT_EVERY = 5000;

    private final DataSource dataSource;
    private final AuditKey key;
    private final Clock clock;
    private final JsonMapper mapper = new JsonMapper();

    ChainReader(DataSource dataSource, AuditKey key, Clock clock) {
        this.dataSource = dataSource;
        this.key = key;
        this.clock = clock;
    }

    /** The last event: what an anchor holds fast. */
    public record End(String chain, long sequence, String hash, String happened, long events) {}

    /**
     * Proves the chain.
     *
     * @param anchors that it must contain
     * @param progress receives the number of events read, now and then
     */
    public Verification prove(List<Anchor> anchors, LongConsumer progress) {
        ChainVerifier verifier = new ChainVerifier(key.all(), anchors, CityTime.today(clock));
        return inSnapshot(connection -> {
            Finding carriedOver = null;
            try (Cursor events = new Cursor(connection, EventReader.chainedSql() + " ORDER BY sequence");
                    TextCursor texts = new TextCursor(connection)) {
                while (events.rows.next()) {
                    ChainedEvent event = EventReader.chained(events.rows, 0);
                    verifier.accept(event, texts.of(event.sequence()));
                    if (event.sequence() == 1) {
                        carriedOver = carriedOver(connection, event);
                    }
                    if (verifier.events() % REPORT_EVERY == 0) {
                        progress.accept(verifier.events());
                    }
                }
            }
            return finish(connection, verifier).or(carriedOver);
        });
    }

    /** The end of the chain as it is now; null when there is no event yet. */
    public @Nullable End end() {
        return inSnapshot(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("""
                            SELECT sequence, encode(hash, 'hex'), happened, (SELECT count(*) FROM audit_event),
                                (SELECT encode(hash, 'hex') FROM audit_event WHERE sequence = 1)
                            FROM audit_event ORDER BY sequence DESC LIMIT 1""")) {
                return row.next()
                        ? new End(
                                String.valueOf(row.getString(5)),
                                row.getLong(1),
                                row.getString(2),
                                ChainedEvent.time(row.getObject(3, java.time.OffsetDateTime.class)),
                                row.getLong(4))
                        : null;
            }
        });
    }

    private static Verification finish(Connection connection, ChainVerifier verifier) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("SELECT sequence, encode(hash, 'hex') FROM audit_head")) {
            return head.next()
                    ? verifier.finish(head.getLong(1), String.valueOf(head.getString(2)))
                    : verifier.finish(0, "");
        }
    }

    /** The first event says how many lines came from before the chain, and their digest. */
    private @Nullable Finding carriedOver(Connection connection, ChainedEvent first) throws SQLException {
        if (!"audit.begun".equals(first.action()) || first.after() == null) {
            return null;
        }
        CarriedOver now = CarriedOver.read(connection);
        try {
            JsonNode facts = mapper.readTree(first.after());
            boolean same = facts.path("carriedOverSha256").asString("").equals(now.digest())
                    && facts.path("carriedOverLines").asLong() == now.count();
            return same
                    ? null
                    : new Finding(
                            Finding.Kind.CARRIED_OVER,
                            1,
                            new BilingualText(
                                    "审计链之前的变更记录（audit_unchained）与链首事件所记的摘要不符：被改动。",
                                    "The lines from before the chain (audit_unchained) are not those that its first event"
                                            + " covers: they were changed."));
        } catch (JacksonException e) {
            return null; // the event itself was changed: the chain says so
        }
    }

    private interface Reading<T extends @Nullable Object> {
        T read(Connection connection) throws SQLException;
    }

    private <T extends @Nullable Object> T inSnapshot(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return reading.read(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit could not be read", e);
        }
    }

    /** Rows that come in portions. */
    private static final class Cursor implements AutoCloseable {
        private final Statement statement;
        private final ResultSet rows;

        Cursor(Connection connection, String sql) throws SQLException {
            statement = connection.createStatement();
            statement.setFetchSize(FETCH_SIZE);
            rows = statement.executeQuery(sql);
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    /** Walks the personal texts alongside the events. */
    private static final class TextCursor implements AutoCloseable {
        private final Cursor cursor;
        private boolean more;

        TextCursor(Connection connection) throws SQLException {
            cursor = new Cursor(
                    connection, "SELECT sequence, name, salt, text FROM audit_personal ORDER BY sequence, name");
            more = cursor.rows.next();
        }

        List<KeptText> of(long sequence) throws SQLException {
            if (!more || cursor.rows.getLong(1) > sequence) {
                return List.of();
            }
            List<KeptText> texts = new ArrayList<>();
            while (more && cursor.rows.getLong(1) <= sequence) {
                if (cursor.rows.getLong(1) == sequence) {
                    texts.add(new KeptText(
                            String.valueOf(cursor.rows.getString(2)),
                            cursor.rows.getString(3),
                            cursor.rows.getString(4)));
                }
                more = cursor.rows.next();
            }
            return texts;
        }

        @Override
        public void close() throws SQLException {
            cursor.close();
        }
    }
}
