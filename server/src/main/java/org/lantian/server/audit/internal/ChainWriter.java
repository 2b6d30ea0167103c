package org.lantian.server.audit.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lantian.audit.ChainEncoding;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.PersonalDigest;
import org.lantian.quantities.CityTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Appends events to the chain within a transaction that is about to commit. The head of the chain is locked from here to the
 * end of the commit, and is the last lock that the transaction takes: nobody who holds it waits for anything else, so it
 * can't be part of a deadlock.
 */
@Component
class ChainWriter {

    /** A clock that is set back by less is no news: time servers do that. */
    static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final String INSERT = """
            INSERT INTO audit_event (sequence, format, happened, actor_kind, actor_id, actor, address, request, action,
                entity_type, entity_id, subject, before, after, reason, personal, previous_hash, hash, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final AuditKey key;
    private final Clock clock;
    private final int keepPersonalDays;
    private final SecureRandom random = new SecureRandom();

    ChainWriter(AuditKey key, Clock clock, @Value("${lantian.audit.keep-personal-days:365}") int keepPersonalDays) {
        this.key = key;
        this.clock = clock;
        this.keepPersonalDays = keepPersonalDays;
    }

    private record Head(long sequence, String hash, OffsetDateTime happened) {}

    /** Chains these events, in their order, after what others have committed. */
    void append(Connection connection, List<PreparedEvent> events) throws SQLException {
        Head head = lockHead(connection);
        OffsetDateTime now = now();
        List<PreparedEvent> all = new ArrayList<>(events);
        if (now.isBefore(head.happened.minus(TOLERANCE))) {
            all.addFirst(ClockEvents.wentBack(head.happened, now));
        }
        String previous = head.hash;
        long sequence = head.sequence;
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PersonalTexts texts = new PersonalTexts(connection)) {
            for (PreparedEvent event : all) {
                sequence++;
                List<PersonalDigest> digests = texts.add(sequence, event.personal());
                ChainedEvent row = row(sequence, now, event, digests).chainedTo(previous, key.present());
                bind(insert, row, now);
                insert.addBatch();
                previous = String.valueOf(row.hash());
            }
            insert.executeBatch();
            texts.store();
        }
        moveHead(connection, new Head(sequence, previous, now));
    }

    /**
     * Deferred constraints are checked first: what they lock is locked before the head.
     */
    private static Head lockHead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            try (ResultSet row = statement.executeQuery(
                    "SELECT sequence, encode(hash, 'hex'), happened FROM audit_head WHERE id = 1 FOR UPDATE")) {
                if (!row.next()) {
                    throw new IllegalStateException("the head of the audit chain is gone");
                }
                return new Head(row.getLong(1), row.getString(2), row.getObject(3, OffsetDateTime.class));
            }
        }
    }

    private static void moveHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE audit_head SET sequence = ?, happened = ?, hash = ? WHERE id = 1")) {
            update.setLong(1, head.sequence);
            update.setObject(2, head.happened);
            update.setBytes(3, HexFormat.of().parseHex(head.hash));
            update.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // what the database keeps
        return now.atOffset(ZoneOffset.UTC);
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

    /** The texts beside the chain. */
    private final class PersonalTexts implements AutoCloseable {

        private final PreparedStatement insert;
        private boolean any;

        PersonalTexts(Connection connection) throws SQLException {
            insert = connection.prepareStatement(
                    "INSERT INTO audit_personal (sequence, name, keep_until, salt, text) VALUES (?, ?, ?, ?, ?)");
        }

        List<PersonalDigest> add(long sequence, Map<String, String> texts) throws SQLException {
            LocalDate keepUntil = CityTime.today(clock).plusDays(keepPersonalDays);
            List<PersonalDigest> digests = new ArrayList<>();
            for (Map.Entry<String, String> text : texts.entrySet()) {
                String salt = PersonalDigest.salt(random);
                digests.add(PersonalDigest.of(text.getKey(), salt, text.getValue(), keepUntil));
                insert.setLong(1, sequence);
                insert.setString(2, text.getKey());
                insert.setObject(3, keepUntil);
                insert.setString(4, salt);
                insert.setString(5, text.getValue());
                insert.addBatch();
                any = true;
            }
            return digests;
        }

        void store() throws SQLException {
            if (any) {
                insert.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
