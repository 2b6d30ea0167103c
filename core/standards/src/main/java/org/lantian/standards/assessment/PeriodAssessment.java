package org.lantian.standards.assessment;

import java.util.List;
import java.util.Optional;
import org.lantian.quantities.Pollutant;

/**
 * Assessment of a station or area over a period by one set of rules.
 *
 * @param period the days
 * @param standard what it is labelled with, for example {@code GB 3095-2012; HJ 663-2013}
 * @param statistics mean and percentile of each of the six pollutants, in the order of {@link Pollutant#SIX}
 * @param composite the composite index; empty when a pollutant has no valid day
 * @param aqiDays days by level
 */
public record PeriodAssessment(
        Period period,
        String standard,
        List<PeriodStatistic> statistics,
        Optional<CompositeIndex> composite,
        AqiDays aqiDays) {

    public PeriodAssessment {
        statistics = List.copyOf(statistics);
    }

    public PeriodStatistic mean(Pollutant pollutant) {
        return statistics.stream()
                .filter(s -> s.pollutant() == pollutant && s.isMean())
                .findFirst()
                .orElseThrow();
    }

    public PeriodStatistic percentile(Pollutant pollutant) {
        return statistics.stream()
                .filter(s -> s.pollutant() == pollutant && !s.isMean())
                .findFirst()
                .orElseThrow();
    }

    /** Whether a pollutant meets all its limits; false as soon as one is missed, empty while data are too few. */
    public Optional<Boolean> attained(Pollutant pollutant) {
        return all(statistics.stream().filter(s -> s.pollutant() == pollutant).toList());
    }

    /** Whether all six meet all their limits (达标). */
    public Optional<Boolean> attained() {
        return all(statistics);
    }

    private static Optional<Boolean> all(List<PeriodStatistic> statistics) {
        List<Optional<Boolean>> verdicts = statistics.stream()
                .filter(s -> s.limit().isPresent())
                .map(PeriodStatistic::attained)
                .toList();
        if (verdicts.contains(Optional.of(false))) {
            return Optional.of(false);
        }
        return verdicts.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
    }
}
