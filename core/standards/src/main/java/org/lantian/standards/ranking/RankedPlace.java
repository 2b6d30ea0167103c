package org.lantian.standards.ranking;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lantian.standards.assessment.CompositeIndex;

/**
 * A place in a ranking.
 *
 * @param candidate the place
 * @param rank 1 is the lowest composite index; places with the same rounded index share a rank; empty when not ranked
 * @param unranked why there is no rank
 * @param composite of the period, present when ranked
 * @param changePercent of the rounded composite index against the year before; below 0 is better
 */
public record RankedPlace(
        Candidate candidate,
        OptionalInt rank,
        Optional<Unranked> unranked,
        Optional<CompositeIndex> composite,
        OptionalDouble changePercent) {

    /** Whether all limits are met; such a place is not put on the list of worsening. */
    public boolean attainsAll() {
        return candidate.now().flatMap(now -> now.attained()).orElse(false);
    }
}
