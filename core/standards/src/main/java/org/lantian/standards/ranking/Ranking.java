package org.lantian.standards.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.lantian.standards.assessment.CompositeIndex;
import org.lantian.standards.assessment.PeriodAssessment;

/**
 * Ranking by composite index and by its change on last year (城市环境空气质量变化程度排名方案, 2017-02-12, read in a press
 * report).
 *
 * <p>Places without a station or without one of the six pollutants are listed last without a rank; nothing is
 * interpolated.
 *
 * @param places ranked ones by rank, then the others by id
 */
public record Ranking(List<RankedPlace> places) {

    public Ranking {
        places = List.copyOf(places);
    }

    /** Ranks candidates, whatever their order. */
    public static Ranking of(List<Candidate> candidates) {
        List<Candidate> indexed = candidates.stream()
                .filter(candidate -> index(candidate).isPresent())
                .sorted(Comparator.comparing(Ranking::rounded).thenComparing(Candidate::id))
                .toList();
        List<RankedPlace> places = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < indexed.size(); i++) {
            Candidate candidate = indexed.get(i);
            if (i == 0 || rounded(candidate).compareTo(rounded(indexed.get(i - 1))) != 0) {
                rank = i + 1;
            }
            places.add(new RankedPlace(
                    candidate, OptionalInt.of(rank), Optional.empty(), index(candidate), change(candidate)));
        }
        candidates.stream()
                .filter(candidate -> index(candidate).isEmpty())
                .sorted(Comparator.comparing(Candidate::id))
                .map(Ranking::unranked)
                .forEach(places::add);
        return new Ranking(places);
    }

    private static RankedPlace unranked(Candidate candidate) {
        Unranked why = candidate.hasStation() ? Unranked.NO_INDEX : Unranked.NO_STATION;
        return new RankedPlace(
                candidate, OptionalInt.empty(), Optional.of(why), Optional.empty(), OptionalDouble.empty());
    }

    private static Optional<CompositeIndex> index(Candidate candidate) {
        return candidate.hasStation() ? candidate.now().flatMap(PeriodAssessment::composite) : Optional.empty();
    }

    private static BigDecimal rounded(Candidate candidate) {
        return index(candidate).orElseThrow().rounded();
    }

    private static OptionalDouble change(Candidate candidate) {
        return candidate
                .yearBefore()
                .flatMap(PeriodAssessment::composite)
                .filter(before -> before.rounded().signum() > 0)
                .map(before -> OptionalDouble.of(percentChange(
                        rounded(candidate).doubleValue(), before.rounded().doubleValue())))
                .orElse(OptionalDouble.empty());
    }

    /** Change in percent of the earlier value; below 0 is a decrease. */
    static double percentChange(double now, double before) {
        return 100 * (now - before) / before;
    }

    /** The n places with the lowest index, best first. */
    public List<RankedPlace> best(int n) {
        return ranked().limit(n).toList();
    }

    /** The n places with the highest index, worst first. */
    public List<RankedPlace> worst(int n) {
        return ranked().sorted(Comparator.comparingInt(place -> -place.rank().orElseThrow()))
                .limit(n)
                .toList();
    }

    /** The n places whose index fell most, best first. */
    public List<RankedPlace> mostImproved(int n) {
        return ranked().filter(place -> place.changePercent().isPresent()
                        && place.changePercent().getAsDouble() < 0)
                .sorted(Comparator.comparingDouble(
                        place -> place.changePercent().getAsDouble()))
                .limit(n)
                .toList();
    }

    /** The n places whose index rose most, worst first; a place that meets all limits is not put on this list. */
    public List<RankedPlace> mostWorsened(int n) {
        return ranked().filter(place -> !place.attainsAll())
                .filter(place -> place.changePercent().isPresent()
                        && place.changePercent().getAsDouble() > 0)
                .sorted(Comparator.comparingDouble(
                        place -> -place.changePercent().getAsDouble()))
                .limit(n)
                .toList();
    }

    private Stream<RankedPlace> ranked() {
        return places.stream().filter(place -> place.rank().isPresent());
    }
}
