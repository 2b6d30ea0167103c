package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is left of a year to reach a target")
class BudgetTest {

    private static final Period YEAR = Period.ofYear(2019);

    @Test
    @DisplayName("a mean of 60 over 200 days leaves (52·365 − 60·200)/165 for the rest")
    void mean() {
        MeanBudget budget = MeanBudget.of(YEAR, LocalDate.of(2019, 7, 19), 60, 200, 52);
        assertThat(budget.daysLeft()).isEqualTo(165);
        assertThat(budget.requiredMean()).isCloseTo(42.303030, within(1e-6));
        assertThat(budget.state()).isEqualTo(BudgetState.OPEN);
    }

    @Test
    @DisplayName("days without a valid value stay out of the mean")
    void invalidDays() {
        MeanBudget budget = MeanBudget.of(YEAR, LocalDate.of(2019, 7, 19), 60, 190, 52);
        assertThat(budget.requiredMean()).isCloseTo((52.0 * 355 - 60 * 190) / 165, within(1e-9));
    }

    @Test
    @DisplayName("says when the target is out of reach, and at the end whether it was reached")
    void states() {
        assertThat(MeanBudget.of(YEAR, LocalDate.of(2019, 12, 1), 100, 335, 52).state())
                .isEqualTo(BudgetState.OUT_OF_REACH);
        assertThat(MeanBudget.of(YEAR, YEAR.last(), 52, 365, 52).state()).isEqualTo(BudgetState.REACHED);
        assertThat(MeanBudget.of(YEAR, YEAR.last(), 52.1, 365, 52).state()).isEqualTo(BudgetState.MISSED);
        assertThat(MeanBudget.of(YEAR, YEAR.last(), 52, 365, 52).requiredMean()).isNaN();
        assertThatThrownBy(() -> MeanBudget.of(YEAR, LocalDate.of(2020, 1, 1), 52, 365, 52))
                .hasMessageContaining("asOf");
    }

    @Test
    @DisplayName("O3: 36 days of 365 may exceed, 30 did, 6 are left")
    void percentile() {
        PercentileBudget budget = PercentileBudget.of(YEAR, LocalDate.of(2019, 8, 31), 243, 30, 160, 90);
        assertThat(budget.daysAboveAllowed()).isEqualTo(36);
        assertThat(budget.daysAboveLeft()).isEqualTo(6);
        assertThat(budget.state()).isEqualTo(BudgetState.OPEN);
        assertThat(PercentileBudget.of(YEAR, LocalDate.of(2019, 8, 31), 243, 37, 160, 90)
                        .state())
                .isEqualTo(BudgetState.OUT_OF_REACH);
        assertThat(PercentileBudget.of(YEAR, LocalDate.of(2019, 12, 26), 360, 30, 160, 90)
                        .state())
                .isEqualTo(BudgetState.REACHED);
        assertThat(PercentileBudget.of(YEAR, YEAR.last(), 365, 40, 160, 90).state())
                .isEqualTo(BudgetState.MISSED);
    }

    @Property
    void restAtTheRequiredMeanReachesTheTarget(
            @ForAll @DoubleRange(max = 300) double soFar,
            @ForAll @IntRange(max = 300) int validDays,
            @ForAll @DoubleRange(min = 10, max = 100) double target) {
        MeanBudget budget = MeanBudget.of(YEAR, YEAR.first().plusDays(299), soFar, validDays, target);
        double mean = (soFar * validDays + budget.requiredMean() * budget.daysLeft()) / (validDays + budget.daysLeft());
        assertThat(mean).isCloseTo(target, within(1e-9));
    }
}
