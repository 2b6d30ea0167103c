package org.lantian.standards.assessment;

import java.time.LocalDate;
import org.lantian.quantities.Check;

/**
 * What the rest of a period must average so that the whole reaches a target: "to reach 52 µg/m³ the rest of the year
 * must average ≤ 47".
 *
 * <p>Days that were not valid so far stay out of the mean; each day left is taken as valid. The target is that of the
 * mean before rounding.
 *
 * @param target of the period's mean
 * @param meanSoFar mean of the valid days up to now
 * @param validDaysSoFar how many they are
 * @param daysLeft days after now
 * @param requiredMean of the days left; {@code NaN} when none is left
 * @param state whether the target can still be reached
 */
public record MeanBudget(
        double target, double meanSoFar, int validDaysSoFar, int daysLeft, double requiredMean, BudgetState state) {

    /**
     * The budget as of a day.
     *
     * @param period the whole, for example a year
     * @param asOf last day with data, within the period
     * @param meanSoFar mean of the valid days from the start to {@code asOf}; ignored without any
     * @param validDaysSoFar 0 … days from the start to {@code asOf}
     * @param target 0 or more
     */
    public static MeanBudget of(Period period, LocalDate asOf, double meanSoFar, int validDaysSoFar, double target) {
        Check.that(period.contains(asOf), "asOf is " + asOf + ", expected a day of " + period);
        Check.inRange("validDaysSoFar", validDaysSoFar, 0, period.upTo(asOf).days());
        Check.inRange("target", target, 0, Double.MAX_VALUE);
        int left = period.days() - period.upTo(asOf).days();
        double spent = validDaysSoFar == 0 ? 0 : meanSoFar * validDaysSoFar;
        if (left == 0) {
            BudgetState state = validDaysSoFar > 0 && meanSoFar <= target ? BudgetState.REACHED : BudgetState.MISSED;
            return new MeanBudget(target, meanSoFar, validDaysSoFar, 0, Double.NaN, state);
        }
        double required = (target * (validDaysSoFar + left) - spent) / left;
        return new MeanBudget(
                target,
                meanSoFar,
                validDaysSoFar,
                left,
                required,
                required < 0 ? BudgetState.OUT_OF_REACH : BudgetState.OPEN);
    }
}
