package org.lantian.server.jobs.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of several servers on one database, lets one work on the jobs: the one that holds an advisory lock, which the database
 * takes away when that server is gone, however it went. Used by one thread.
 */
final class Leadership {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    /** Any number that nothing else locks. */
    private static final long LOCK = 0x1a17_10b5L;

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource dataSource;
    private @Nullable Connection held;

    Leadership(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether this server is the one, becoming it if it can. */
    boolean hold() throws SQLException {
        Connection present = held;
        if (present != null) {
            if (present.isValid(PATIENCE_SECONDS)) {
                return true;
            }
            LOG.warn("the connection that held the lock on the jobs is gone");
            held = null;
            present.close();
        }
        Connection fresh = dataSource.getConnection();
        boolean locked = false;
        try (Statement statement = fresh.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            locked = row.next() && row.getBoolean(1);
        } finally {
            if (!locked) {
                fresh.close();
            }
        }
        held = locked ? fresh : null;
        return locked;
    }

    void release() {
        Connection present = held;
        held = null;
        if (present == null) {
            return;
        }
        try (present;
                Statement statement = present.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException e) {
            LOG.debug("the lock on the jobs went with its connection", e);
        }
    }
}
