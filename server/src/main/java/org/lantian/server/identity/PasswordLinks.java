package org.lantian.server.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.identity.internal.RandomToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links by which a person chooses a password, given from hand to hand: nothing is sent by e-mail. */
@Component
public class PasswordLinks {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final SignInSettings settings;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(JdbcClient jdbc, Accounts accounts, AuditLog audit, Clock clock, SignInSettings settings) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A link as it is shown once.
     *
     * @param path of the page, with the token behind {@code #}, so that it enters no log of a server on the way
     * @param expires until when it is good
     */
    public record Link(String path, Instant expires) {

        @Override
        public String toString() {
            return "a link for choosing a password";
        }
    }

    /** Whose a good link is. */
    public record Valid(int accountId, Instant expires) {}

    /** Makes a link, in the caller's transaction; an earlier one of this account is void from now on. */
    public Link issue(int accountId) {
        Accounts.Credentials account = accounts.findCredentials(accountId).orElseThrow();
        String token = RandomToken.create(random);
        Instant now = clock.instant();
        Instant expires = now.plus(settings.linkLife());
        revoke(accountId);
        jdbc.sql("""
                INSERT INTO password_link (token_hash, account_id, issued_by, issued, expires)
                VALUES (?, ?, ?, ?, ?)""")
                .params(
                        RandomToken.hash(token),
                        accountId,
                        Actor.current().name(),
                        now.atOffset(ZoneOffset.UTC),
                        expires.atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                Event.of("account.password-link-issued").on(EntityRef.of("account", accountId), account.username()));
        return new Link("/password-reset#" + token, expires);
    }

    /** Whose this token is, unless it is unknown, used or over. */
    public Optional<Valid> find(String token) {
        return jdbc.sql("SELECT account_id, expires FROM password_link WHERE token_hash = ? AND expires > ?")
                .params(RandomToken.hash(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Valid(
                        row.getInt("account_id"), row.getTimestamp("expires").toInstant()))
                .optional();
    }

    /** Uses the token up; of two at once only one gets true. */
    public boolean use(String token) {
        return jdbc.sql("DELETE FROM password_link WHERE token_hash = ?")
                        .param(RandomToken.hash(token))
                        .update()
                == 1;
    }

    /** Makes the links of an account void, and takes away what is over. */
    public void revoke(int accountId) {
        jdbc.sql("DELETE FROM password_link WHERE account_id = ? OR expires <= ?")
                .params(accountId, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
