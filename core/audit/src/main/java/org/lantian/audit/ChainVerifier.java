package org.lantian.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.AnchorCheck.State;

/**
 * Proves a chain, event after event in the order of their sequence, in constant memory. It stops judging at the first broken
 * link and from there on only looks for what tells the kinds of tampering apart.
 *
 * <p>Not thread-safe. With no keys, hashes and anchors are proved but not seals.
 */
public final class ChainVerifier {

    private static final int REORDER_WINDOW = 5_000;

    private final List<SealKey> keys;
    private final List<Anchor> anchors;
    private final @Nullable State[] anchorStates;
    private final LocalDate today;
    private int usualKey;

    private long events;
    private long sequence;
    private String hash = ChainedEvent.NO_HASH;
    private long matchedAnchor;
    private @Nullable Finding finding;
    private @Nullable Unsealed unsealed;

    /**
     * A proof about to begin.
     *
     * @param keys of the seals, the newest last; empty when seals can't be checked
     * @param anchors that the chain must contain
     * @param today personal texts kept until before today may be erased
     */
    public ChainVerifier(List<SealKey> keys, List<Anchor> anchors, LocalDate today) {
        this.keys = List.copyOf(keys);
        this.anchors = List.copyOf(anchors);
        this.anchorStates = new State[anchors.size()];
        this.today = today;
        this.usualKey = keys.size() - 1;
    }

    /** An event from which on seals are not ours, though hashes are sound: what that means shows later. */
    private static final class Unsealed {
        private final long first;
        private long last;
        private boolean soundAfter = true;
        private @Nullable ChainedEvent sealedAfter;

        Unsealed(long first) {
            this.first = first;
            this.last = first;
        }
    }

    /** Whether a broken link was found already. */
    public boolean isBroken() {
        return finding != null || unsealed != null;
    }

    /** How many events were read. */
    public long events() {
        return events;
    }

    /**
     * Takes the next event.
     *
     * @param texts kept beside it; null when it is not known what is kept, as with an export
     */
    public void accept(ChainedEvent event, @Nullable List<KeptText> texts) {
        events++;
        if (finding == null && unsealed == null) {
            judge(event, texts);
        } else if (unsealed != null) {
            look(event, unsealed);
        }
        compareAnchors(event);
        sequence = Math.max(sequence, event.sequence());
        hash = String.valueOf(event.hash());
    }

    private void judge(ChainedEvent event, @Nullable List<KeptText> texts) {
        if (event.sequence() > sequence + 1) {
            finding = Findings.removed(sequence + 1, event.sequence() - 1);
        } else if (event.sequence() <= sequence) {
            finding = Findings.repeated(event.sequence());
        } else if (!ChainEncoding.hash(event).equals(event.hash())) {
            finding = inconsistent(event);
        } else if (!hash.equals(event.previousHash())) {
            finding = isSealed(event)
                    ? Findings.replacedBefore(event.sequence())
                    : Findings.inserted(event.sequence(), event.sequence());
        } else if (!isSealed(event)) {
            unsealed = new Unsealed(event.sequence());
        } else if (texts != null) {
            finding = PersonalTexts.check(event, texts, today);
        }
    }

    /** The hash is not that of the columns: which of them was touched, or was the event moved? */
    private Finding inconsistent(ChainedEvent event) {
        if (!keys.isEmpty() && isSealedFor(event, ChainEncoding.hash(event))) {
            return Findings.columnChanged(event.sequence(), "hash");
        }
        ChainedEvent linked = event.linkedTo(hash);
        if (ChainEncoding.hash(linked).equals(event.hash())) {
            return Findings.columnChanged(event.sequence(), "previous_hash");
        }
        for (int distance = 1; distance <= REORDER_WINDOW; distance++) {
            for (long other : new long[] {event.sequence() + distance, event.sequence() - distance}) {
                if (other > 0 && ChainEncoding.hash(event.at(other)).equals(event.hash())) {
                    return Findings.reordered(event.sequence(), other);
                }
            }
        }
        return isSealed(event)
                ? Findings.changed(event.sequence())
                : Findings.inserted(
                        event.sequence(), event.sequence()); // neither what stands there nor its hash is ours
    }

    private boolean isSealed(ChainedEvent event) {
        return keys.isEmpty() || isSealedFor(event, event.hash());
    }

    private boolean isSealedFor(ChainedEvent event, @Nullable String sealedHash) {
        if (keys.get(usualKey).made(event.seal(), sealedHash)) {
            return true;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).made(event.seal(), sealedHash)) {
                usualKey = i;
                return true;
            }
        }
        return false;
    }

    private void look(ChainedEvent event, Unsealed seen) {
        boolean sound = event.sequence() == sequence + 1
                && hash.equals(event.previousHash())
                && ChainEncoding.hash(event).equals(event.hash());
        if (seen.sealedAfter == null) {
            seen.soundAfter &= sound;
            if (isSealed(event)) {
                seen.sealedAfter = event;
            } else {
                seen.last = event.sequence();
            }
        }
    }

    private void compareAnchors(ChainedEvent event) {
        for (int i = 0; i < anchors.size(); i++) {
            Anchor anchor = anchors.get(i);
            if (event.sequence() == 1 && !anchor.chain().equals(event.hash())) {
                anchorStates[i] = State.DIFFERS; // of another chain, whatever comes
            }
            if (event.sequence() == anchor.sequence()) {
                boolean matches = anchor.hash().equals(event.hash()) && anchorStates[i] == null;
                anchorStates[i] = matches ? State.MATCHES : isOurs(anchor) ? State.DIFFERS : State.NOT_OURS;
                if (matches) {
                    matchedAnchor = Math.max(matchedAnchor, anchor.sequence());
                } else if (finding == null && unsealed == null) {
                    finding = isOurs(anchor) ? Findings.recomputed(matchedAnchor, anchor) : Findings.foreign(anchor);
                }
            }
        }
    }

    private boolean isOurs(Anchor anchor) {
        return keys.isEmpty() || keys.stream().anyMatch(anchor::isSealedBy);
    }

    /**
     * Ends the proof.
     *
     * @param headSequence where the store believes the chain to end, -1 when it does not say
     * @param headHash hash of that event
     */
    public Verification finish(long headSequence, String headHash) {
        if (unsealed != null) {
            finding = meaning(unsealed);
        }
        List<AnchorCheck> checks = new ArrayList<>();
        for (int i = 0; i < anchors.size(); i++) {
            Anchor anchor = anchors.get(i);
            State state = Objects.requireNonNullElse(anchorStates[i], State.MISSING);
            boolean beyond = anchor.sequence() > sequence;
            checks.add(new AnchorCheck(anchor, !beyond ? state : isOurs(anchor) ? State.MISSING : State.NOT_OURS));
            if (beyond && finding == null) {
                finding = isOurs(anchor)
                        ? Findings.truncated(sequence, anchor.sequence(), "锚点", "an anchor")
                        : Findings.foreign(anchor);
            }
        }
        if (finding == null && headSequence >= 0) {
            finding = head(headSequence, headHash);
        }
        return new Verification(events, sequence, hash, finding, checks);
    }

    private Finding meaning(Unsealed seen) {
        ChainedEvent after = seen.sealedAfter;
        if (after != null && seen.first == 1 && seen.soundAfter && "audit.key-changed".equals(after.action())) {
            return Findings.keyMissing(seen.last);
        }
        if (matchedAnchor >= seen.first && seen.soundAfter) {
            return Findings.columnChanged(seen.first, "seal");
        }
        for (int i = 0; i < anchors.size(); i++) {
            if (anchors.get(i).sequence() >= seen.first && anchorStates[i] == State.DIFFERS) {
                return Findings.recomputedUnsealed(seen.first);
            }
        }
        return Findings.inserted(seen.first, seen.last);
    }

    private @Nullable Finding head(long headSequence, String headHash) {
        if (headSequence > sequence) {
            return Findings.truncated(sequence, headSequence, "链首记录", "the head of the chain");
        }
        return headSequence == sequence && headHash.equals(hash) ? null : Findings.headChanged(sequence);
    }
}
