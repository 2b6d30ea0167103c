package org.lantian.server.identity.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.problem.ApiError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Who must wait before the next attempt to sign in, for an administrator who wants to help. */
@Repository
public class LockOuts {

    private static final ZoneOffset CITY_TIME = ZoneOffset.ofHours(8);

    private static final Keyset<LockOut> ORDER = Keyset.of("f.id", Keyset.Kind.LONG, LockOut::id)
            .by("last", "f.last", Keyset.Kind.INSTANT, LockOut::last)
            .by("failures", "f.failures", Keyset.Kind.LONG, LockOut::failures)
            .usually("-last");

    /** Names that nobody has are not shown: they may be passwords in the wrong field, and only their hash is known. */
    private static final String SHOWN = """
            SELECT f.id, f.kind, coalesce(a.username, f.subject) AS subject, f.account_id, f.failures, f.last,
                   f.locked_until
              FROM sign_in_failure f LEFT JOIN account a ON a.id = f.account_id
             WHERE f.locked_until > now() AND (f.kind = 'ADDRESS' OR f.account_id IS NOT NULL)""";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    LockOuts(JdbcClient jdbc, AuditLog audit, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What is slowed down. */
    public enum Kind {
        NAME,
        ADDRESS
    }

    /**
     * One name or address that must wait.
     *
     * @param subject user name or address
     * @param last the newest failure, in city time
     * @param until when the next attempt is allowed, in city time
     */
    public record LockOut(
            long id, Kind kind, String subject, int failures, OffsetDateTime last, OffsetDateTime until) {}

    public Page<LockOut> list(@Nullable Kind kind, PageQuery query) {
        Keyset.Slice<LockOut> slice = ORDER.slice(query);
        return slice.page(jdbc.sql(
                        SHOWN + " AND f.kind = coalesce(:kind, f.kind) AND " + slice.condition() + slice.order())
                .param("kind", kind == null ? null : kind.name(), java.sql.Types.VARCHAR)
                .params(slice.parameters())
                .query((row, number) -> new LockOut(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getInt("failures"),
                        Objects.requireNonNull(row.getObject("last", OffsetDateTime.class))
                                .withOffsetSameInstant(CITY_TIME),
                        Objects.requireNonNull(row.getObject("locked_until", OffsetDateTime.class))
                                .withOffsetSameInstant(CITY_TIME)))
                .list());
    }

    /** Lets the name or address try again at once. */
    public void end(long id) {
        transaction.executeWithoutResult(status -> {
            Event event = jdbc.sql(SHOWN + " AND f.id = :id")
                    .param("id", id)
                    .query((row, number) -> {
                        int account = row.getInt("account_id");
                        Event unlocked = Event.of("sign-in.unlocked");
                        return account == 0
                                ? unlocked.on(row.getString("subject"))
                                : unlocked.on(EntityRef.of("account", account), row.getString("subject"));
                    })
                    .optional()
                    .orElseThrow(() -> ApiError.notFound(new BilingualText("锁定", "lock-out"), Long.toString(id)));
            jdbc.sql("DELETE FROM sign_in_failure WHERE id = ?").param(id).update();
            audit.record(event);
        });
    }
}
