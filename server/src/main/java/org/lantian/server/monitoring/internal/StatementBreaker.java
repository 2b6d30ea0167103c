package org.lantian.server.monitoring.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Breaks off what the database is doing for one connection, as long as that connection is ours. */
final class StatementBreaker implements AutoCloseable {

    private @Nullable PGConnection connection;

    StatementBreaker(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    synchronized void breakOff() {
        PGConnection open = connection;
        if (open != null) {
            try {
                open.cancelQuery();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        connection = null;
    }
}
