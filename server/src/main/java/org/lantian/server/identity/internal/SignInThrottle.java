package org.lantian.server.identity.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing: after five failures for a name or from an address within an hour, each further attempt must wait
 * longer, from 30 s to 15 min. A name that does not exist is treated like one that does.
 *
 * <p>Kept in the database, so that a restart gives nobody new attempts. An attempt counts as failed until it is known to be
 * good, so that many at once cannot slip through.
 */
@Component
public class SignInThrottle {

    /** Entries kept at most: the oldest go first. */
    static final int CAPACITY = 20_000;

    private static final int FREE_FAILURES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SignInThrottle(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private enum Kind {
        NAME,
        ADDRESS
    }

    /**
     * Asks whether somebody may try now.
     *
     * @return how long to wait, empty when the attempt may be made
     */
    public Optional<Duration> begin(String username, String address) {
        boolean counted = Boolean.TRUE.equals(transaction.execute(status -> {
            forget();
            boolean free = count(Kind.NAME, hash(username)) && count(Kind.ADDRESS, address);
            if (!free) {
                status.setRollbackOnly(); // an attempt that was not made counts for neither
            }
            return free;
        }));
        return counted ? Optional.empty() : Optional.of(longestWait(username, address));
    }

    /** The attempt was good: its name starts afresh, and its address no longer counts what failed under this name. */
    public void succeeded(String username, String address) {
        transaction.executeWithoutResult(status -> {
            int failures = jdbc.sql(
                            "DELETE FROM sign_in_failure WHERE kind = 'NAME' AND subject = ? RETURNING failures")
                    .param(hash(username))
                    .query(Integer.class)
                    .optional()
                    .orElse(1);
            takeBack(Kind.ADDRESS, address, failures);
        });
    }

    /** The attempt was no failure, but nothing is proved yet: only itself no longer counts. */
    public void takeBack(String username, String address) {
        transaction.executeWithoutResult(status -> {
            takeBack(Kind.NAME, hash(username), 1);
            takeBack(Kind.ADDRESS, address, 1);
        });
    }

    /** Forgets the failures of an account's name. */
    public void forgive(String username) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE kind = 'NAME' AND subject = ?")
                .param(hash(username))
                .update();
    }

    /** Counts one more failure unless the subject must wait; gives whether it could. */
    private boolean count(Kind kind, String subject) {
        return jdbc.sql("""
                INSERT INTO sign_in_failure AS f (kind, subject, account_id, failures, last)
                VALUES (:kind, :subject,
                    (SELECT id FROM account WHERE :kind = 'NAME'
                         AND encode(sha256(convert_to(username, 'UTF8')), 'hex') = :subject),
                    1, now())
                ON CONFLICT (kind, subject) DO UPDATE SET failures = f.failures + 1, last = now(),
                    locked_until = CASE WHEN f.failures + 1 >= :free
                        THEN now() + least(interval '30 seconds' * 2 ^ least(f.failures + 1 - :free, 10),
                                           interval '15 minutes') END
                WHERE f.locked_until IS NULL OR f.locked_until <= now()""")
                        .param("kind", kind.name())
                        .param("subject", subject)
                        .param("free", FREE_FAILURES)
                        .update()
                == 1;
    }

    /** An attempt is only under way where nobody has to wait, so what it locked when it began is its own. */
    private void takeBack(Kind kind, String subject, int failures) {
        jdbc.sql("""
                UPDATE sign_in_failure SET failures = greatest(failures - :failures, 0), locked_until = NULL
                WHERE kind = :kind AND subject = :subject""")
                .param("failures", failures)
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
        jdbc.sql("DELETE FROM sign_in_failure WHERE kind = ? AND subject = ? AND failures = 0")
                .params(kind.name(), subject)
                .update();
    }

    private Duration longestWait(String username, String address) {
        List<OffsetDateTime> ends = jdbc.sql("""
                SELECT locked_until FROM sign_in_failure
                WHERE (kind, subject) IN (('NAME', :name), ('ADDRESS', :address)) AND locked_until > now()""")
                .param("name", hash(username))
                .param("address", address)
                .query((row, number) -> row.getObject("locked_until", OffsetDateTime.class))
                .list();
        OffsetDateTime now = OffsetDateTime.now();
        return ends.stream()
                .map(end -> Duration.between(now, end))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void forget() {
        jdbc.sql("DELETE FROM sign_in_failure WHERE last < now() - interval '1 hour'")
                .update();
        jdbc.sql("DELETE FROM sign_in_failure WHERE id <= (SELECT max(id) FROM sign_in_failure) - ?")
                .param(CAPACITY)
                .update();
    }

    private static String hash(String username) {
        // cut, because a long name would cost; without what the database cannot keep
        String name = username.substring(0, Math.min(username.length(), 200)).toLowerCase(Locale.ROOT);
        return HexFormat.of()
                .formatHex(RandomToken.hash(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    }
}
