package org.lantian.standards.assessment;

import java.time.LocalDate;
import org.lantian.quantities.Check;

/**
 * How many days above a limit are left until the percentile of the period exceeds it.
 *
 * <p>Days that were not valid so far stay out; each day left is taken as valid. The count is safe: with at most so
 * many days above, the percentile is within the limit whatever their height.
 *
 * @param limit of a day, which the percentile must not exceed
 * @param percentile percent
 * @param daysAboveSoFar days above the limit up to now
 * @param daysAboveAllowed in the whole period
 * @param daysLeft days after now
 * @param state whether the limit can still be kept
 */
public record PercentileBudget(
        double limit, int percentile, int daysAboveSoFar, int daysAboveAllowed, int daysLeft, BudgetState state) {

    /**
     * The budget as of a day.
     *
     * @param period the whole, for example a year
     * @param asOf last day with data, within the period
     * @param validDaysSoFar valid days from the start to {@code asOf}
     * @param daysAboveSoFar those of them above the limit
     */
    public static PercentileBudget of(
            Period period, LocalDate asOf, int validDaysSoFar, int daysAboveSoFar, double limit, int percentile) {
        Check.that(period.contains(asOf), "asOf is " + asOf + ", expected a day of " + period);
        Check.inRange("validDaysSoFar", validDaysSoFar, 0, period.upTo(asOf).days());
        Check.inRange("daysAboveSoFar", daysAboveSoFar, 0, validDaysSoFar);
        int left = period.days() - period.upTo(asOf).days();
        int allowed = Percentile.toleratedAbove(validDaysSoFar + left, percentile);
        return new PercentileBudget(
                limit, percentile, daysAboveSoFar, allowed, left, state(daysAboveSoFar, allowed, left));
    }

    private static BudgetState state(int soFar, int allowed, int left) {
        if (soFar > allowed) {
            return left == 0 ? BudgetState.MISSED : BudgetState.OUT_OF_REACH;
        }
        return soFar + left <= allowed || left == 0 ? BudgetState.REACHED : BudgetState.OPEN;
    }

    /** Days that may still be above the limit, 0 or more. */
    public int daysAboveLeft() {
        return Math.max(0, Math.min(daysLeft, daysAboveAllowed - daysAboveSoFar));
    }
}
