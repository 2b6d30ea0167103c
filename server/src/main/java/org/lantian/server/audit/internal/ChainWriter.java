package org.lantian.server.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lantian.audit.ChainEncoding;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.PersonalDigest;
import org.lantian.quantities.CityTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Appends events to the chain within a transaction that is about to commit. The head of the chain is locked from here to the
 * end of the commit, and is the last lock that the transaction takes: nobody who holds it waits for anything else, so it
 * can't be part of a deadlock.
 */
@Component
public class ChainWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ChainWriter.class);

    /** A clock that is set back by less is no news: time servers do that. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final String INSERT = """
            INSERT INTO audit_event (sequence, format, happened, actor_kind, actor_id, actor, address, request, action,
                entity_type, entity_id, subject, before, after, reason, personal, previous_hash, hash, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AuditKey key;
    private final Clock clock;
    private final int keepPersonalDays;
    private final ChainEvents ownEvents;

    ChainWriter(
            AuditKey key,
            Clock clock,
            ChainEvents ownEvents,
            @Value("${lantian.audit.keep-personal-days:365}") int keepPersonalDays) {
        this.key = key;
        this.clock = clock;
        this.ownEvents = ownEvents;
        this.keepPersonalDays = keepPersonalDays;
    }

    /** Chains these events, in their order, after what others have committed. */
    public void append(Connection connection, List<PreparedEvent> events) throws SQLException {
        ChainHead head = ChainHead.lock(connection);
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        LocalDate keepUntil = CityTime.today(clock).plusDays(keepPersonalDays);
        List<PreparedEvent> all = new ArrayList<>(aboutTheChain(connection, head, now));
        all.addAll(events);
        String previous = head.hash();
        long sequence = head.sequence();
        ChainedEvent last = null;
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PersonalTextWriter texts = new PersonalTextWriter(connection, keepUntil)) {
            for (PreparedEvent event : all) {
                sequence++;
                List<PersonalDigest> digests = texts.add(sequence, event.personal());
                last = row(sequence, now, event, digests).chainedTo(previous, key.present());
                bind(insert, last, now);
                insert.addBatch();
                previous = String.valueOf(last.hash());
            }
            insert.executeBatch();
            texts.store();
        }
        if (last != null) {
            ChainHead.move(connection, last, now);
        }
    }

    /** What the chain has to say about itself before it goes on. */
    private List<PreparedEvent> aboutTheChain(Connection connection, ChainHead head, OffsetDateTime now)
            throws SQLException {
        List<PreparedEvent> events = new ArrayList<>();
        if (head.sequence() == 0) {
            events.add(ownEvents.begun(connection));
            return events;
        }
        if (!head.asLeft()) {
            LOG.error("somebody else wrote the audit: run audit verify");
            events.add(ownEvents.headDiffers(head));
        }
        if (!head.seal().isEmpty() && !key.present().made(head.seal(), head.hash()) && head.asLeft()) {
            events.add(ownEvents.keyChanged(key.present()));
        }
        if (now.isBefore(head.happened().minus(TOLERANCE))) {
            events.add(ownEvents.wentBack(head.happened(), now));
        }
        return events;
    }

    private static ChainedEvent row(
            long sequence, OffsetDateTime now, PreparedEvent event, List<PersonalDigest> digests) {
        return new ChainedEvent(
                sequence,
                ChainEncoding.FORMAT,
                ChainedEvent.time(now),
                event.actorKind(),
                event.actorId(),
                event.actor(),
                event.address(),
                event.request(),
                event.action(),
                event.entityType(),
                event.entityId(),
                event.subject(),
                event.before(),
                event.after(),
                event.reason(),
                PersonalDigest.column(digests),
                null,
                null,
                null);
    }

    private static void bind(PreparedStatement insert, ChainedEvent row, OffsetDateTime now) throws SQLException {
        insert.setLong(1, row.sequence());
        insert.setInt(2, row.format());
        insert.setObject(3, now);
        insert.setString(4, row.actorKind());
        insert.setLong(5, row.actorId());
        insert.setString(6, row.actor());
        insert.setString(7, row.address());
        insert.setString(8, row.request());
        insert.setString(9, row.action());
        insert.setString(10, row.entityType());
        insert.setString(11, row.entityId());
        insert.setString(12, row.subject());
        insert.setString(13, row.before());
        insert.setString(14, row.after());
        insert.setString(15, row.reason());
        insert.setString(16, row.personal());
        insert.setBytes(17, HexFormat.of().parseHex(String.valueOf(row.previousHash())));
        insert.setBytes(18, HexFormat.of().parseHex(String.valueOf(row.hash())));
        insert.setBytes(19, HexFormat.of().parseHex(String.valueOf(row.seal())));
    }
}
