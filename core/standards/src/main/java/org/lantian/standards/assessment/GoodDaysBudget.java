package org.lantian.standards.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.lantian.quantities.Check;

/**
 * How many days with an index above 100 a year can still bear until the share of good days (优良天数比例) falls below a
 * target. Each day left is taken as one with an index.
 *
 * @param target least share in percent, 0–100
 * @param notGoodSoFar days above 100 so far
 * @param notGoodAllowed in the whole period
 * @param daysLeft days after now
 * @param state whether the target can still be met
 */
public record GoodDaysBudget(BigDecimal target, int notGoodSoFar, int notGoodAllowed, int daysLeft, BudgetState state) {

    /**
     * The budget as of a day.
     *
     * @param soFar days by level from the start of the period to {@code asOf}
     */
    public static GoodDaysBudget of(Period period, LocalDate asOf, AqiDays soFar, BigDecimal target) {
        Check.that(period.contains(asOf), "asOf is " + asOf + ", expected a day of " + period);
        Check.inRange("target", target.doubleValue(), 0, 100);
        int left = period.days() - period.upTo(asOf).days();
        int counted = soFar.counted() + left;
        int allowed = BigDecimal.valueOf(100)
                .subtract(target)
                .multiply(BigDecimal.valueOf(counted))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR)
                .intValueExact();
        int notGood = soFar.counted() - soFar.good();
        return new GoodDaysBudget(target, notGood, allowed, left, state(notGood, allowed, left));
    }

    private static BudgetState state(int notGood, int allowed, int left) {
        if (notGood > allowed) {
            return left == 0 ? BudgetState.MISSED : BudgetState.OUT_OF_REACH;
        }
        return notGood + left <= allowed || left == 0 ? BudgetState.REACHED : BudgetState.OPEN;
    }

    /** Days above 100 that may still come, 0 or more. */
    public int notGoodLeft() {
        return Math.max(0, Math.min(daysLeft, notGoodAllowed - notGoodSoFar));
    }
}
