package org.lantian.server.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.lantian.audit.ChainedEvent;

/**
 * The end of the chain, locked by who appends.
 *
 * @param sequence of the last event, 0 when there is none
 * @param hash of the last event
 * @param seal of the last event, empty when there is none
 * @param happened time of the last event
 * @param asLeft whether the last row is the one that this server left there
 */
record ChainHead(long sequence, String hash, String seal, OffsetDateTime happened, boolean asLeft) {

    /** The row behind which the chain goes on. */
    private record Tail(long sequence, String hash, String seal) {}

    /**
     * Locks the head until the end of the transaction. Deferred constraints are checked first, so that whatever they lock is
     * locked before: the head is the last lock of all.
     *
     * <p>When somebody put rows behind the head, the chain goes on behind them, so that nobody can stop the server's work by one
     * INSERT; they have no seal and the proof names them.
     */
    static ChainHead lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            Tail head;
            OffsetDateTime happened;
            try (ResultSet row = statement.executeQuery(
                    "SELECT sequence, encode(hash, 'hex'), happened FROM audit_head WHERE id = 1 FOR UPDATE")) {
                if (!row.next()) {
                    throw new IllegalStateException("the head of the audit chain is gone");
                }
                head = new Tail(row.getLong(1), row.getString(2), "");
                happened = row.getObject(3, OffsetDateTime.class);
            }
            // a statement of its own: only now, behind the lock, does it see what others have committed
            Tail tail = tail(statement);
            boolean asLeft = tail.sequence == head.sequence && tail.hash.equals(head.hash);
            Tail end = tail.sequence > head.sequence || asLeft ? tail : head;
            return new ChainHead(end.sequence, end.hash, end.seal, happened, asLeft);
        }
    }

    private static Tail tail(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT sequence, encode(hash, 'hex'), encode(seal, 'hex') FROM audit_event
                ORDER BY sequence DESC LIMIT 1""")) {
            return row.next()
                    ? new Tail(row.getLong(1), row.getString(2), row.getString(3))
                    : new Tail(0, ChainedEvent.NO_HASH, "");
        }
    }

    /** Moves the head to the last event appended. */
    static void move(Connection connection, ChainedEvent last, OffsetDateTime happened) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE audit_head SET sequence = ?, happened = ?, hash = ? WHERE id = 1")) {
            update.setLong(1, last.sequence());
            update.setObject(2, happened);
            update.setBytes(3, HexFormat.of().parseHex(String.valueOf(last.hash())));
            update.executeUpdate();
        }
    }
}
