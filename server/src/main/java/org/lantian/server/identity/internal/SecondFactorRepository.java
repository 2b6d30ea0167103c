package org.lantian.server.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores second factors and recovery codes. */
@Repository
class SecondFactorRepository {

    private final JdbcClient jdbc;

    SecondFactorRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A second factor as it is stored.
     *
     * @param secret encrypted
     * @param confirmed null before the first code was shown
     * @param lastStep newest step whose code was accepted
     */
    record Stored(byte[] secret, @Nullable Instant confirmed, long lastStep) {}

    Optional<Stored> find(int accountId) {
        return jdbc.sql("SELECT secret, confirmed, last_step FROM second_factor WHERE account_id = ?")
                .param(accountId)
                .query((row, number) -> new Stored(
                        row.getBytes("secret"),
                        row.getTimestamp("confirmed") == null
                                ? null
                                : row.getTimestamp("confirmed").toInstant(),
                        row.getLong("last_step")))
                .optional();
    }

    /** Begins anew, unless one is in force. */
    boolean begin(int accountId, byte[] secret) {
        return jdbc.sql("""
                INSERT INTO second_factor AS f (account_id, secret) VALUES (?, ?)
                ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, last_step = 0
                WHERE f.confirmed IS NULL""").params(accountId, secret).update() == 1;
    }

    /** Uses up a step: gives false when it, or a later one, was used meanwhile. */
    boolean useStep(int accountId, long step) {
        return jdbc.sql("UPDATE second_factor SET last_step = :step WHERE account_id = :account AND last_step < :step")
                        .param("step", step)
                        .param("account", accountId)
                        .update()
                == 1;
    }

    void confirm(int accountId) {
        jdbc.sql("UPDATE second_factor SET confirmed = now() WHERE account_id = ? AND confirmed IS NULL")
                .param(accountId)
                .update();
    }

    boolean delete(int accountId) {
        replaceCodes(accountId, List.of());
        return jdbc.sql("DELETE FROM second_factor WHERE account_id = ?")
                        .param(accountId)
                        .update()
                == 1;
    }

    void replaceCodes(int accountId, List<byte[]> hashes) {
        jdbc.sql("DELETE FROM recovery_code WHERE account_id = ?")
                .param(accountId)
                .update();
        hashes.forEach(hash -> jdbc.sql("INSERT INTO recovery_code (account_id, hash) VALUES (?, ?)")
                .params(accountId, hash)
                .update());
    }

    /** Uses up a recovery code: gives false when there is none with this hash. */
    boolean useCode(int accountId, byte[] hash) {
        return jdbc.sql("DELETE FROM recovery_code WHERE account_id = ? AND hash = ?")
                        .params(accountId, hash)
                        .update()
                == 1;
    }

    int countCodes(int accountId) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE account_id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }
}
