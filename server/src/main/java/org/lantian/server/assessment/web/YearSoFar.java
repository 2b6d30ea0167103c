package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.BudgetState;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Exceedance;
import org.lantian.standards.assessment.MeanBudget;
import org.lantian.standards.assessment.PercentileBudget;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.PeriodStatistic;
import org.lantian.standards.assessment.StateConversion;

/**
 * A year up to a day, with the same days of the year before brought to its reference state.
 *
 * @param set rules in force on the day
 * @param year the whole year
 * @param asOf the day
 * @param days those of the year up to the day
 * @param now their assessment
 * @param lastYear of the same days a year before
 * @param notComparable pollutants whose values of last year could not be brought to this year's state
 */
record YearSoFar(
        RuleSet set,
        Period year,
        LocalDate asOf,
        List<DailyValues> days,
        PeriodAssessment now,
        PeriodAssessment lastYear,
        List<Pollutant> notComparable) {

    static YearSoFar of(RuleSet set, List<DailyValues> values, Period year, LocalDate asOf) {
        Period soFar = year.upTo(asOf);
        Period before = soFar.yearBefore();
        List<DailyValues> measuredBefore = within(values, before);
        StateConversion.Converted converted =
                new StateConversion(Standards.shipped().referenceStates()).toStateOf(asOf, measuredBefore, null);
        List<DailyValues> now = within(values, soFar);
        return new YearSoFar(
                set,
                year,
                asOf,
                now,
                set.assessor().assess(now, soFar),
                set.assessor().assess(converted.days(), before),
                List.copyOf(converted.notComparable()));
    }

    /** Days with data: a day without has no state to convert from. */
    private static List<DailyValues> within(List<DailyValues> values, Period period) {
        return values.stream()
                .filter(day -> period.contains(day.day()) && !day.equals(DailyValues.none(day.day())))
                .toList();
    }

    boolean comparable(Pollutant pollutant) {
        return !notComparable.contains(pollutant);
    }

    /** What the rest of the year may bring so that a statistic stays within a goal. */
    AirAttainment.Budget budget(PeriodStatistic soFar, double goal) {
        return soFar.isMean() ? ofMean(soFar, goal) : ofPercentile(soFar, goal);
    }

    private AirAttainment.Budget ofMean(PeriodStatistic soFar, double goal) {
        MeanBudget budget = MeanBudget.of(year, asOf, soFar.value(), soFar.validDays(), goal);
        AirAttainment.BudgetState state = soFar.validDays() == 0
                ? AirAttainment.BudgetState.UNKNOWN
                : state(budget.state(), budget.requiredMean() >= soFar.value(), budget.daysLeft());
        Double rest = Double.isNaN(budget.requiredMean()) ? null : floor(budget.requiredMean(), soFar.decimals());
        return new AirAttainment.Budget(
                goal, state, rest, null, AttainmentWords.mean(soFar.pollutant(), goal, state, rest));
    }

    private AirAttainment.Budget ofPercentile(PeriodStatistic soFar, double goal) {
        Exceedance above = Exceedance.of(days, soFar.pollutant(), goal, set.assessment());
        PercentileBudget budget =
                PercentileBudget.of(year, asOf, above.validDays(), above.daysAbove(), goal, soFar.percentile());
        // on course: as many days above per day as so far may still come
        boolean onCourse = above.validDays() > 0
                && (long) above.daysAbove() * budget.daysLeft() <= (long) budget.daysAboveLeft() * above.validDays();
        AirAttainment.BudgetState state = above.validDays() == 0
                ? AirAttainment.BudgetState.UNKNOWN
                : state(budget.state(), onCourse, budget.daysLeft());
        return new AirAttainment.Budget(
                goal,
                state,
                null,
                budget.daysAboveLeft(),
                AttainmentWords.percentile(soFar.pollutant(), goal, state, budget.daysAboveLeft()));
    }

    private static AirAttainment.BudgetState state(BudgetState state, boolean asSoFar, int daysLeft) {
        return switch (state) {
            case REACHED -> daysLeft == 0 ? AirAttainment.BudgetState.MET : AirAttainment.BudgetState.ON_COURSE;
            case MISSED -> AirAttainment.BudgetState.MISSED;
            case OUT_OF_REACH -> AirAttainment.BudgetState.OUT_OF_REACH;
            case OPEN -> asSoFar ? AirAttainment.BudgetState.ON_COURSE : AirAttainment.BudgetState.TIGHT;
        };
    }

    /** Rounded down: what is printed must be enough. */
    private static @Nullable Double floor(double value, int decimals) {
        if (value < 0) {
            return null;
        }
        double unit = Math.pow(10, decimals);
        return Math.floor(value * unit + 1e-9) / unit;
    }
}
