package org.lantian.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of proving a chain.
 *
 * @param events how many were read
 * @param lastSequence place of the last one, 0 when there was none
 * @param lastHash its hash
 * @param firstFinding the first broken link, null when the chain is proved
 * @param anchors what each anchor says, in the order given
 */
public record Verification(
        long events,
        long lastSequence,
        String lastHash,
        @Nullable Finding firstFinding,
        List<AnchorCheck> anchors) {

    public Verification {
        anchors = List.copyOf(anchors);
    }

    /** Whether every link holds and every anchor of ours is contained. */
    public boolean ok() {
        return firstFinding == null;
    }

    public Optional<Finding> finding() {
        return Optional.ofNullable(firstFinding);
    }

    /** The same with a finding of somebody who looked at more than the chain, unless there is an earlier one. */
    public Verification or(@Nullable Finding other) {
        boolean better = other != null && (firstFinding == null || other.sequence() < firstFinding.sequence());
        return better ? new Verification(events, lastSequence, lastHash, other, anchors) : this;
    }
}
