package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Budget of days above 100")
class GoodDaysBudgetTest {

    private static final Period YEAR = Period.ofYear(2019);
    private static final LocalDate END_OF_SEPTEMBER = LocalDate.of(2019, 9, 30);

    private static GoodDaysBudget budget(LocalDate asOf, int good, int notGood, String target) {
        return GoodDaysBudget.of(YEAR, asOf, new AqiDays(List.of(0, good, notGood, 0, 0, 0)), new BigDecimal(target));
    }

    @Test
    @DisplayName("60 % of 362 counted days leave 144 days above 100; 100 are used, 44 remain")
    void remaining() {
        // 270 counted so far and 92 to come; 40 % of 362 is 144.8
        GoodDaysBudget budget = budget(END_OF_SEPTEMBER, 170, 100, "60");
        assertThat(budget.notGoodAllowed()).isEqualTo(144);
        assertThat(budget.notGoodLeft()).isEqualTo(44);
        assertThat(budget.state()).isEqualTo(BudgetState.OPEN);
    }

    @Test
    @DisplayName("too many days above 100 cannot be made good")
    void out_of_reach() {
        GoodDaysBudget budget = budget(END_OF_SEPTEMBER, 100, 170, "60");
        assertThat(budget.state()).isEqualTo(BudgetState.OUT_OF_REACH);
        assertThat(budget.notGoodLeft()).isZero();
    }

    @Test
    @DisplayName("when all that is left may be bad the target is reached")
    void reached() {
        assertThat(budget(END_OF_SEPTEMBER, 270, 1, "60").state()).isEqualTo(BudgetState.REACHED);
    }

    @Test
    @DisplayName("at the end of the year it is met or missed")
    void end_of_year() {
        LocalDate end = LocalDate.of(2019, 12, 31);
        assertThat(budget(end, 219, 146, "60").state()).isEqualTo(BudgetState.REACHED);
        assertThat(budget(end, 218, 147, "60").state()).isEqualTo(BudgetState.MISSED);
    }
}
