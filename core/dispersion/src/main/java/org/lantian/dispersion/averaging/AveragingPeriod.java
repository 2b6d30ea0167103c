package org.lantian.dispersion.averaging;

import java.util.Optional;
import org.lantian.quantities.Check;

/**
 * Time over which concentrations are averaged.
 *
 * @param hours length of a block within the day; 0 for the other kinds
 */
public record AveragingPeriod(Kind kind, int hours) {

    /** Kinds of averaging time. */
    public enum Kind {
        /** End-to-end blocks of each day, from its first hour. */
        BLOCK,
        /** Calendar months. */
        MONTH,
        /** All hours of the run. */
        PERIOD,
        /** Each year of the run, then the mean of the years. */
        ANNUAL
    }

    public static final AveragingPeriod HOUR = new AveragingPeriod(Kind.BLOCK, 1);
    public static final AveragingPeriod MONTH = new AveragingPeriod(Kind.MONTH, 0);
    public static final AveragingPeriod PERIOD = new AveragingPeriod(Kind.PERIOD, 0);
    public static final AveragingPeriod ANNUAL = new AveragingPeriod(Kind.ANNUAL, 0);

    public AveragingPeriod {
        boolean block = hours >= 1 && hours <= 24 && 24 % hours == 0;
        Check.that(kind == Kind.BLOCK ? block : hours == 0, kind + " with " + hours + " hours");
    }

    /** The period that AERMOD calls by this word (upper case). */
    public static Optional<AveragingPeriod> named(String word) {
        return switch (word) {
            case "MONTH" -> Optional.of(MONTH);
            case "PERIOD" -> Optional.of(PERIOD);
            case "ANNUAL" -> Optional.of(ANNUAL);
            case "1", "2", "3", "4", "6", "8", "12", "24" ->
                Optional.of(new AveragingPeriod(Kind.BLOCK, Integer.parseInt(word)));
            default -> Optional.empty();
        };
    }

    /** Whether it has ranked values: blocks and months have, the long means have not. */
    public boolean ranked() {
        return kind == Kind.BLOCK || kind == Kind.MONTH;
    }

    /** As AERMOD prints it: 1-HR, 24-HR, MONTH, PERIOD, ANNUAL. */
    public String label() {
        return kind == Kind.BLOCK ? hours + "-HR" : kind.name();
    }

    /**
     * Fewest hours that a sum over a block or month of that many hours is divided by: three quarters, rounded up
     * (3 → 3, 8 → 6, 24 → 18), so that a block with few valid hours is not judged by them alone.
     */
    public static int leastDivisor(int hoursOfBlock) {
        return (int) Math.round(0.75 * hoursOfBlock + 0.4);
    }
}
