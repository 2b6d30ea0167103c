package org.lantian.server.audit.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.lantian.audit.Anchor;
import org.lantian.quantities.CityTime;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditChain;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the audit does by itself each day: an anchor, and erasing personal texts whose time is over. */
@Component
public class AuditUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(AuditUpkeep.class);
    private static final int ERASED_AT_ONCE = 10_000;

    private final AuditChain chain;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private boolean told;

    AuditUpkeep(AuditChain chain, AuditLog audit, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.chain = chain;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every hour, so that a server that sleeps at night does it too; once a city day. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void daily() {
        try {
            eraseExpired();
            compareWithLastAnchor();
            anchorToday();
        } catch (RuntimeException e) {
            LOG.error("upkeep of the audit: {}", e.toString(), e);
        }
    }

    /**
     * Whether the chain still contains the newest anchor: a quick look, not a proof. What is wrong is told in the log, for
     * operations, and in the chain, once a run of the server.
     */
    public boolean compareWithLastAnchor() {
        return chain.latestAnchor().map(latest -> contains(latest.anchor())).orElse(true);
    }

    private boolean contains(Anchor anchor) {
        int found = jdbc.sql("SELECT count(*) FROM audit_event WHERE sequence = ? AND encode(hash, 'hex') = ?")
                .params(anchor.sequence(), anchor.hash())
                .query(Integer.class)
                .single();
        if (found == 0 && !told) {
            told = true;
            LOG.error("the audit does not contain the anchor of {}: run audit verify", anchor.issued());
            audit.recordAlone(Event.of("audit.anchor-differs")
                    .after(Map.of("sequence", anchor.sequence(), "issued", anchor.issued()))
                    .by(Actor.SYSTEM));
        }
        return found > 0;
    }

    /** Makes an anchor unless there is one of this city day. */
    public void anchorToday() {
        boolean done = chain.latestAnchor()
                .map(latest -> OffsetDateTime.parse(latest.anchor().issued())
                        .withOffsetSameInstant(CityTime.OFFSET)
                        .toLocalDate()
                        .equals(CityTime.today(clock)))
                .orElse(false);
        if (!done && chain.head().isPresent()) {
            chain.anchor();
        }
    }

    /**
     * Erases salt and text of each personal text whose last day is over. The digests in the chain stay, so it stays
     * provable.
     *
     * @return how many
     */
    public int eraseExpired() {
        int all = 0;
        int erased;
        do {
            erased = eraseSome();
            all += erased;
        } while (erased == ERASED_AT_ONCE);
        return all;
    }

    private int eraseSome() {
        Integer erased = transaction.execute(status -> {
            int count = jdbc.sql("""
                    UPDATE audit_personal SET salt = NULL, text = NULL, erased = now()
                    WHERE (sequence, name) IN (
                        SELECT sequence, name FROM audit_personal
                        WHERE erased IS NULL AND keep_until < (now() AT TIME ZONE interval '8 hours')::date
                        ORDER BY keep_until LIMIT ?)""").param(ERASED_AT_ONCE).update();
            if (count > 0) {
                audit.record(
                        Event.of("audit.erased").after(Map.of("texts", count)).by(Actor.SYSTEM));
            }
            return count;
        });
        return erased == null ? 0 : erased;
    }
}
