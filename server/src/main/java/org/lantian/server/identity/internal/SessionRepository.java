package org.lantian.server.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.server.identity.SignInSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores open sessions; what is over by time is as if it were not there, and is deleted when the next one is opened. */
@Repository
public class SessionRepository {

    /** Sessions of one account at once; a further one ends the one unused for longest. */
    static final int MOST = 20;

    private static final Duration USE_STEP = Duration.ofMinutes(1);

    private static final String OPEN = """
            SELECT s.id, s.account_id, s.opened, s.last_used, s.address, s.agent, a.must_change_password,
                   a.password_changed, f.confirmed IS NOT NULL AS second_factor
              FROM account_session s
              JOIN account a ON a.id = s.account_id
              LEFT JOIN second_factor f ON f.account_id = s.account_id
             WHERE s.last_used > :idle_since AND s.opened > :opened_since""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInSettings settings;

    SessionRepository(JdbcClient jdbc, Clock clock, SignInSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    void insert(byte[] tokenHash, int accountId, String address, String agent) {
        Object now = time(clock.instant());
        jdbc.sql("""
                INSERT INTO account_session (token_hash, account_id, opened, last_used, address, agent)
                VALUES (:hash, :account, :now, :now, :address, :agent)""")
                .param("hash", tokenHash)
                .param("account", accountId)
                .param("now", now)
                .param("address", address)
                .param("agent", agent)
                .update();
    }

    Optional<OpenSession> find(byte[] tokenHash) {
        return open(OPEN + " AND s.token_hash = :hash")
                .param("hash", tokenHash)
                .query(SessionRepository::read)
                .optional();
    }

    /** Of one account, the one last used first. */
    List<OpenSession> list(int accountId) {
        return open(OPEN + " AND s.account_id = :account ORDER BY s.last_used DESC, s.id DESC")
                .param("account", accountId)
                .query(SessionRepository::read)
                .list();
    }

    /** Whether it is still there and not over, of an account that may still act; does not count as use. */
    public boolean isOpen(long id) {
        return open("SELECT EXISTS (" + OPEN + " AND s.id = :id AND a.state = 'active')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void recordUse(OpenSession session) {
        Instant now = clock.instant();
        if (session.lastUsed().plus(USE_STEP).isBefore(now)) {
            jdbc.sql("UPDATE account_session SET last_used = ? WHERE id = ?")
                    .params(time(now), session.id())
                    .update();
        }
    }

    /** Ends one session of this account. */
    boolean delete(int accountId, long id) {
        return jdbc.sql("DELETE FROM account_session WHERE account_id = ? AND id = ?")
                        .params(accountId, id)
                        .update()
                == 1;
    }

    /** Ends all sessions of this account, but one if it is given. */
    public int deleteAll(int accountId, @Nullable Long kept) {
        return jdbc.sql("DELETE FROM account_session WHERE account_id = ? AND id <> ?")
                .params(accountId, kept == null ? 0L : kept)
                .update();
    }

    /** Takes away what is over by time, and of this account the oldest beyond the number it may have. */
    void tidy(int accountId) {
        jdbc.sql("DELETE FROM account_session WHERE last_used <= ? OR opened <= ?")
                .params(time(idleSince()), time(openedSince()))
                .update();
        jdbc.sql("""
                DELETE FROM account_session WHERE id IN (
                    SELECT id FROM account_session WHERE account_id = ? ORDER BY last_used DESC, id DESC OFFSET ?)""").params(accountId, MOST).update();
    }

    private JdbcClient.StatementSpec open(String sql) {
        return jdbc.sql(sql).param("idle_since", time(idleSince())).param("opened_since", time(openedSince()));
    }

    private Instant idleSince() {
        return clock.instant().minus(settings.idle());
    }

    private Instant openedSince() {
        return clock.instant().minus(settings.longest());
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OpenSession read(ResultSet row, int number) throws SQLException {
        return new OpenSession(
                row.getLong("id"),
                row.getInt("account_id"),
                row.getTimestamp("opened").toInstant(),
                row.getTimestamp("last_used").toInstant(),
                row.getString("address"),
                row.getString("agent"),
                row.getBoolean("must_change_password"),
                row.getTimestamp("password_changed") == null
                        ? null
                        : row.getTimestamp("password_changed").toInstant(),
                row.getBoolean("second_factor"));
    }
}
