package org.lantian.server.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.identity.IdentitySettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases telephone and e-mail of accounts that have been disabled for longer than the operator keeps them. The user name
 * and the name stay: the audit refers to them.
 */
@Component
public class PersonalDataRetention {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final IdentitySettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PersonalDataRetention(
            JdbcClient jdbc, AuditLog audit, IdentitySettings settings, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Erased(int id, String username) {}

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    public void eraseOverdue() {
        transaction.executeWithoutResult(status -> {
            List<Erased> erased = jdbc.sql("""
                    UPDATE account SET phone = '', email = '', version = version + 1
                     WHERE disabled < ? AND (phone <> '' OR email <> '')
                    RETURNING id, username""")
                    .param(clock.instant()
                            .minus(Duration.ofDays(settings.personalDataDays()))
                            .atOffset(ZoneOffset.UTC))
                    .query((row, number) -> new Erased(row.getInt("id"), row.getString("username")))
                    .list();
            for (Erased account : erased) {
                audit.record(Event.of("account.personal-data-erased")
                        .on(UserEvents.entity(account.id()), account.username())
                        .after(Map.of("daysKept", settings.personalDataDays())));
            }
        });
    }
}
