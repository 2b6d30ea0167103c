package org.lantian.server.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.lantian.audit.Anchor;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.Verification;
import org.lantian.server.audit.internal.AnchorStore;
import org.lantian.server.audit.internal.AuditKey;
import org.lantian.server.audit.internal.ChainReader;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.springframework.stereotype.Component;

/** The chain as a whole: proving it, and taking its end out of reach as an anchor. */
@Component
public final class AuditChain {

    private final ChainReader reader;
    private final AnchorStore anchors;
    private final AuditKey key;
    private final AuditLog audit;
    private final Clock clock;

    AuditChain(ChainReader reader, AnchorStore anchors, AuditKey key, AuditLog audit, Clock clock) {
        this.reader = reader;
        this.anchors = anchors;
        this.key = key;
        this.audit = audit;
        this.clock = clock;
    }

    /** An anchor in the data directory, and its id there. */
    public record StoredAnchor(String id, Anchor anchor) {}

    /** The end of the chain. */
    public record Head(long sequence, String hash, String happened) {}

    /** Where the chain ends now; empty before its first event. */
    public Optional<Head> head() {
        return Optional.ofNullable(reader.end()).map(end -> new Head(end.sequence(), end.hash(), end.happened()));
    }

    /**
     * Proves the chain against the anchors in the data directory and these.
     *
     * @param more anchors that were kept elsewhere
     * @param progress receives the number of events read, now and then; may throw to break off
     */
    public Verification prove(List<Anchor> more, LongConsumer progress) {
        List<Anchor> all = Stream.concat(more.stream(), anchors.list().stream().map(StoredAnchor::anchor))
                .distinct()
                .toList();
        return reader.prove(all, progress);
    }

    /** Takes the present end of the chain as an anchor into the data directory; that is itself an event. */
    public StoredAnchor anchor() {
        ChainReader.End end = reader.end();
        if (end == null) {
            throw new IllegalStateException("a chain without events has no anchor");
        }
        StoredAnchor stored = anchors.add(Anchor.of(
                end.chain(),
                end.sequence(),
                end.hash(),
                end.happened(),
                end.events(),
                ChainedEvent.time(clock.instant().atOffset(ZoneOffset.UTC)),
                key.present()));
        audit.recordAlone(Event.of("audit.anchored")
                .on(EntityRef.of("audit", "anchor"), stored.id())
                .after(Map.of("sequence", end.sequence(), "hash", end.hash())));
        return stored;
    }

    /** Part of the anchors in the data directory, the newest first. */
    public Page<StoredAnchor> anchors(PageQuery query) {
        return anchors.page(query);
    }

    public Optional<StoredAnchor> latestAnchor() {
        return anchors.latest();
    }

    public Optional<StoredAnchor> findAnchor(String id) {
        return anchors.find(id);
    }

    /** Name under which an anchor is saved. */
    public static String fileName(String id) {
        return AnchorStore.fileName(id);
    }
}
