package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.Standards;

@DisplayName("Days above a threshold")
class ExceedanceTest {

    private static final AssessmentStandard RULES =
            Standards.named("2012").orElseThrow().assessment();

    private static List<DailyValues> pm25(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> {
                    DailyValues none = DailyValues.none(LocalDate.of(2019, 1, 1).plusDays(i));
                    DailyValue value = Double.isNaN(values[i])
                            ? new DailyValue(400, 3, false)
                            : new DailyValue(values[i], 24, true);
                    return new DailyValues(
                            none.day(),
                            none.so2(),
                            none.no2(),
                            none.pm10(),
                            none.co(),
                            none.o3Max1h(),
                            none.o3Max8h(),
                            value);
                })
                .toList();
    }

    @Test
    @DisplayName("a value counts as the law states it: 75.4 is 75 and not above 75, 75.6 is 76")
    void counted_as_stated() {
        Exceedance exceedance = Exceedance.of(pm25(75.4, 75.6, 150, Double.NaN), Pollutant.PM25, 75, RULES);
        assertThat(exceedance.validDays()).isEqualTo(3);
        assertThat(exceedance.daysAbove()).isEqualTo(2);
        assertThat(exceedance.share()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(exceedance.maximum()).isEqualTo(150);
        assertThat(exceedance.maximumDay()).isEqualTo(LocalDate.of(2019, 1, 3));
        assertThat(exceedance.greatestExcess()).isEqualTo(1);
    }

    @Test
    @DisplayName("of two equal maxima the first day is named; without a day above there is no excess")
    void first_maximum() {
        Exceedance exceedance = Exceedance.of(pm25(30, 60, 60), Pollutant.PM25, 75, RULES);
        assertThat(exceedance.maximumDay()).isEqualTo(LocalDate.of(2019, 1, 2));
        assertThat(exceedance.greatestExcess()).isNaN();
        assertThat(exceedance.daysAbove()).isZero();
    }

    @Test
    @DisplayName("without a valid day there is no share and no maximum")
    void nothing_valid() {
        Exceedance exceedance = Exceedance.of(pm25(Double.NaN), Pollutant.PM25, 75, RULES);
        assertThat(exceedance.share()).isNaN();
        assertThat(exceedance.maximum()).isNaN();
        assertThat(exceedance.maximumDay()).isNull();
    }
}
