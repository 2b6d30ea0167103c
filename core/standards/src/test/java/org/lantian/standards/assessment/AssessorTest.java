package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.Standards;

@DisplayName("Assessment of a period by HJ 663")
class AssessorTest {

    private static final Period YEAR = Period.ofYear(2019);
    private static final Assessor OF_2012 =
            Standards.named("2012").orElseThrow().assessor();
    private static final Assessor OF_2026 =
            Standards.named("2026").orElseThrow().assessor();

    @Test
    @DisplayName("a clean, complete year attains everything")
    void cleanYear() {
        PeriodAssessment year = OF_2012.assess(Days.clean(YEAR), YEAR);
        assertThat(year.attained()).hasValue(true);
        assertThat(year.statistics()).hasSize(12).allSatisfy(s -> {
            assertThat(s.valid()).isTrue();
            assertThat(s.validDays()).isEqualTo(365);
        });
        assertThat(year.mean(Pollutant.CO).limit()).isEmpty();
        assertThat(year.mean(Pollutant.CO).attained()).isEmpty();
        assertThat(year.percentile(Pollutant.O3).name()).isEqualTo("p90");
        assertThat(year.standard()).isEqualTo("GB 3095-2012; HJ 663-2013");
        // 10/60 + 20/40 + 40/70 + 0.8/4 + 90/160 + 20/35
        assertThat(year.composite().orElseThrow().rounded()).isEqualTo(new BigDecimal("2.57"));
        assertThat(year.aqiDays().good()).isEqualTo(365);
    }

    @Test
    @DisplayName("an annual mean is judged after rounding half to even: 35.5 misses, 35.4 attains")
    void rounding() {
        assertThat(meanOf(35.4).attained()).hasValue(true);
        assertThat(meanOf(35.4).rounded()).hasValue(new BigDecimal("35"));
        assertThat(meanOf(35.5).attained()).hasValue(false);
        assertThat(meanOf(35.5).rounded()).hasValue(new BigDecimal("36"));
        assertThat(meanOf(34.5).rounded()).hasValue(new BigDecimal("34"));
    }

    private static PeriodStatistic meanOf(double pm25) {
        List<DailyValues> days = Days.each(YEAR, day -> Days.of(day, 10, 20, 40, 0.8, 90, pm25));
        return OF_2012.assess(days, YEAR).mean(Pollutant.PM25);
    }

    @Test
    @DisplayName("a pollutant attains only when mean and percentile do")
    void meanAndPercentile() {
        // 20 days at 200: the mean is (345·20 + 20·200)/365 = 29.9, the 95th percentile is 200
        List<DailyValues> days =
                Days.each(YEAR, day -> Days.of(day, 10, 20, 40, 0.8, 90, day.getDayOfYear() <= 20 ? 200 : 20));
        PeriodAssessment year = OF_2012.assess(days, YEAR);
        assertThat(year.mean(Pollutant.PM25).attained()).hasValue(true);
        assertThat(year.percentile(Pollutant.PM25).attained()).hasValue(false);
        assertThat(year.attained(Pollutant.PM25)).hasValue(false);
        assertThat(year.attained()).hasValue(false);
        assertThat(year.aqiDays().byLevel()).containsExactly(345, 0, 0, 0, 20, 0);
        assertThat(year.aqiDays().heavy()).isEqualTo(20);
    }

    @Test
    @DisplayName("a year needs 324 days")
    void daysOfYear() {
        // at most 4 days of a month of 31, 3 of one of 30 and 3 of February may be missing: 43 in all, so the year
        // limit of 324 (41 missing) is the sharper one
        assertThat(withGaps(4, 3, 3).mean(Pollutant.PM25).validDays()).isEqualTo(322);
        assertThat(withGaps(4, 3, 3).mean(Pollutant.PM25).valid()).isFalse();
        assertThat(withGaps(4, 3, 1).mean(Pollutant.PM25).validDays()).isEqualTo(324);
        assertThat(withGaps(4, 3, 1).mean(Pollutant.PM25).valid()).isTrue();
    }

    @Test
    @DisplayName("a year needs 27 days of each month, 25 of February")
    void daysOfMonth() {
        assertThat(withGaps(5, 0, 0).mean(Pollutant.PM25).valid()).isFalse();
        assertThat(withGaps(0, 4, 0).mean(Pollutant.PM25).valid()).isFalse();
        assertThat(withGaps(0, 0, 3).mean(Pollutant.PM25).valid()).isTrue();
        assertThat(withGaps(0, 0, 4).mean(Pollutant.PM25).valid()).isFalse();
        assertThat(withGaps(0, 0, 4).mean(Pollutant.PM25).attained()).isEmpty();
        assertThat(withGaps(0, 0, 4).mean(Pollutant.PM25).meetsLimit()).hasValue(true);
        assertThat(withGaps(0, 0, 4).attained()).isEmpty();
    }

    /** PM2.5 not valid on the first so many days of each month of 31, 30 and 28 days. */
    private static PeriodAssessment withGaps(int of31, int of30, int of28) {
        List<DailyValues> days = Days.clean(YEAR).stream()
                .map(day -> {
                    int length = YearMonth.from(day.day()).lengthOfMonth();
                    int gap = length == 31 ? of31 : length == 30 ? of30 : of28;
                    return day.day().getDayOfMonth() <= gap ? Days.withPm25(day, DailyValue.NONE) : day;
                })
                .toList();
        return OF_2012.assess(days, YEAR);
    }

    @Test
    @DisplayName("without any valid day of a pollutant there is no composite index")
    void noComposite() {
        List<DailyValues> days = Days.clean(YEAR).stream()
                .map(day -> Days.withPm25(day, DailyValue.NONE))
                .toList();
        PeriodAssessment year = OF_2012.assess(days, YEAR);
        assertThat(year.composite()).isEmpty();
        assertThat(year.mean(Pollutant.PM25).value()).isNaN();
        assertThat(year.mean(Pollutant.PM25).ratio()).isEmpty();
        assertThat(year.aqiDays().counted()).isZero();
    }

    @Test
    @DisplayName("the shares of the pollutants in the composite index add up to one")
    void shares() {
        CompositeIndex composite =
                OF_2012.assess(Days.clean(YEAR), YEAR).composite().orElseThrow();
        double sum = Pollutant.SIX.stream().mapToDouble(composite::share).sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(composite.share(Pollutant.NO2)).isCloseTo(0.5 / composite.value(), within(1e-12));
    }

    @Test
    @DisplayName("2026 weighs, divides and rounds otherwise, and says that this is unverified")
    void of2026() {
        PeriodAssessment year = OF_2026.assess(Days.each(YEAR, day -> Days.of(day, 10, 20, 40, 0.83, 90, 20.04)), YEAR);
        // 10/60 + 2·20/40 + 40/60 + 0.83/4 + 2·90/160 + 3·20.0/30
        assertThat(year.composite().orElseThrow().value()).isCloseTo(5.165833333, within(1e-6));
        assertThat(year.composite().orElseThrow().status().code()).isEqualTo("unverified");
        assertThat(year.mean(Pollutant.PM25).rounded()).hasValue(new BigDecimal("20.0"));
        assertThat(year.percentile(Pollutant.CO).rounded()).hasValue(new BigDecimal("0.83"));
        assertThat(year.mean(Pollutant.PM25).limit()).hasValue(30);
    }

    @Test
    @DisplayName("part of a year is valid by its months, and days outside are left out")
    void partOfYear() {
        Period toMay10 = YEAR.upTo(LocalDate.of(2019, 5, 10));
        PeriodAssessment part = OF_2012.assess(Days.clean(YEAR), toMay10);
        assertThat(part.mean(Pollutant.PM25).validDays()).isEqualTo(130);
        assertThat(part.mean(Pollutant.PM25).valid()).isTrue();
    }

    @Test
    @DisplayName("a day given twice is refused")
    void dayTwice() {
        List<DailyValues> days = new ArrayList<>(Days.clean(YEAR));
        days.add(days.getFirst());
        assertThatThrownBy(() -> OF_2012.assess(days, YEAR)).hasMessageContaining("a day twice");
    }

    @Test
    @DisplayName("a day attains when all six do; one missing pollutant leaves it open, one above decides")
    void dayAttained() {
        LocalDate day = LocalDate.of(2019, 1, 1);
        DailyValues clean = Days.of(day, 10, 20, 40, 0.8, 90, 75.4);
        assertThat(OF_2012.dayAttained(clean)).hasValue(true);
        assertThat(OF_2026.dayAttained(clean)).hasValue(false);
        assertThat(OF_2012.dayAttained(Days.withPm25(clean, DailyValue.NONE))).isEmpty();
        assertThat(OF_2012.dayAttained(Days.withPm25(clean, Days.valid(76)))).isEqualTo(Optional.of(false));
    }

    @Property(tries = 50)
    void doesNotDependOnTheOrderOfDays(@ForAll long seed) {
        Random random = new Random(seed);
        List<DailyValues> days = Days.each(
                YEAR,
                day -> Days.of(
                        day,
                        random.nextInt(100),
                        random.nextInt(100),
                        random.nextInt(300),
                        random.nextInt(40) / 10.0,
                        random.nextInt(300),
                        random.nextInt(200)));
        List<DailyValues> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, random);
        assertThat(OF_2012.assess(shuffled, YEAR)).isEqualTo(OF_2012.assess(days, YEAR));
    }
}
