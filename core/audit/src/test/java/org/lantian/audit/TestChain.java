package org.lantian.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chain to attack: some events, each third with a personal text, and the key of their seals. */
final class TestChain {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    static final SealKey KEY = SealKey.of("0123456789abcdef".repeat(4));
    static final SealKey OTHER_KEY = SealKey.of("fedcba9876543210".repeat(4));
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-11-25T00:00:00.000001Z");

    final List<ChainedEvent> events = new ArrayList<>();
    final Map<Long, List<KeptText>> texts = new HashMap<>();

    TestChain(int size) {
        String previous = ChainedEvent.NO_HASH;
        for (int i = 1; i <= size; i++) {
            ChainedEvent event = event(i).chainedTo(previous, KEY);
            events.add(event);
            previous = String.valueOf(event.hash());
        }
    }

    private ChainedEvent event(int i) {
        String personal = "";
        if (i % 3 == 0) {
            String salt = "00ff".repeat(8);
            texts.put((long) i, List.of(new KeptText("after.phone", salt, "1380000" + i)));
            LocalDate keepUntil = TODAY.plusDays(i % 2 == 0 ? 300 : -1);
            personal = PersonalDigest.column(List.of(PersonalDigest.of("after.phone", salt, "1380000" + i, keepUntil)));
        }
        return new ChainedEvent(
                i,
                ChainEncoding.FORMAT,
                ChainedEvent.time(BEGIN.plusSeconds(i)),
                "PERSON",
                7,
                "张三",
                "10.0.0." + i,
                "request-" + i,
                "account.changed",
                "account",
                "17",
                "李四",
                i % 2 == 0 ? null : "{\"state\":\"ACTIVE\"}",
                "{\"state\":\"DISABLED\"}",
                "离职 " + i,
                personal,
                null,
                null,
                null);
    }

    ChainedEvent at(long sequence) {
        return events.get((int) sequence - 1);
    }

    Anchor anchor(long sequence) {
        return Anchor.of(
                String.valueOf(at(1).hash()),
                sequence,
                String.valueOf(at(sequence).hash()),
                at(sequence).happened(),
                sequence,
                ChainedEvent.time(BEGIN.plusSeconds(sequence + 1)),
                KEY);
    }

    /** Chains anew from this place on, as somebody would who can write the table. */
    void recomputeFrom(long sequence, SealKey key) {
        for (long i = sequence; i <= events.size(); i++) {
            String previous =
                    i == 1 ? ChainedEvent.NO_HASH : String.valueOf(at(i - 1).hash());
            events.set((int) i - 1, at(i).at(i).chainedTo(previous, key));
        }
    }

    Verification verify(Anchor... anchors) {
        return verify(List.of(KEY), anchors);
    }

    Verification verify(List<SealKey> keys, Anchor... anchors) {
        ChainVerifier verifier = new ChainVerifier(keys, List.of(anchors), TODAY);
        events.forEach(event -> verifier.accept(event, texts.getOrDefault(event.sequence(), List.of())));
        return verifier.finish(-1, "");
    }

    /** The same event with another value in one column, by the name of its component. */
    static ChainedEvent with(ChainedEvent e, String column, Object value) {
        return new ChainedEvent(
                column.equals("sequence") ? (Long) value : e.sequence(),
                column.equals("format") ? (Integer) value : e.format(),
                column.equals("happened") ? (String) value : e.happened(),
                text(column, "actorKind", value, e.actorKind()),
                column.equals("actorId") ? (Long) value : e.actorId(),
                text(column, "actor", value, e.actor()),
                text(column, "address", value, e.address()),
                text(column, "request", value, e.request()),
                text(column, "action", value, e.action()),
                text(column, "entityType", value, e.entityType()),
                text(column, "entityId", value, e.entityId()),
                text(column, "subject", value, e.subject()),
                text(column, "before", value, e.before()),
                text(column, "after", value, e.after()),
                text(column, "reason", value, e.reason()),
                text(column, "personal", value, e.personal()),
                text(column, "previousHash", value, e.previousHash()),
                text(column, "hash", value, e.hash()),
                text(column, "seal", value, e.seal()));
    }

    private static @Nullable String text(String column, String name, Object value, @Nullable String present) {
        return column.equals(name) ? (String) value : present;
    }
}
