package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.DailyConcentrations;
import org.lantian.standards.aqi.Indicator;

@DisplayName("From 24 hours to the values of a day")
class DayRulesTest {

    private static final RuleSet RULES = Standards.named("2012").orElseThrow();
    private static final DayRules DAYS = RULES.dayRules();

    private static float[] hours(double value) {
        float[] hours = new float[24];
        Arrays.fill(hours, (float) value);
        return hours;
    }

    private static float[] without(float[] hours, int... slots) {
        for (int slot : slots) {
            hours[slot - 1] = Float.NaN;
        }
        return hours;
    }

    @Test
    @DisplayName("a mean is valid with 20 hours and not with 19")
    void twentyHours() {
        DailyValue twenty = DAYS.mean(without(hours(40), 1, 2, 3, 4));
        assertThat(twenty).isEqualTo(new DailyValue(40, 20, true));
        DailyValue nineteen = DAYS.mean(without(hours(40), 1, 2, 3, 4, 5));
        assertThat(nineteen.valid()).isFalse();
        assertThat(nineteen.ifValid()).isNaN();
        assertThat(DAYS.mean(without(hours(1), IntStream.rangeClosed(1, 24).toArray())))
                .isEqualTo(DailyValue.NONE);
    }

    @Test
    @DisplayName("tenths are summed exactly: 24 hours of CO around 2.2 give an index of 55")
    void exactSums() {
        float[] co = hours(2.2);
        co[0] = 2.1f;
        co[1] = 2.3f;
        assertThat(DAYS.mean(co).value()).isEqualTo(2.2);
        assertThat(RULES.aqi().iaqi(Indicator.CO_24H, DAYS.mean(co).value())).hasValue(55);
    }

    @Test
    @DisplayName("a negative hour counts as missing")
    void negativeHour() {
        float[] hours = hours(40);
        hours[5] = -3;
        assertThat(DAYS.mean(hours)).isEqualTo(new DailyValue(40, 23, true));
    }

    @Test
    @DisplayName("an 8-hour mean needs six of its hours")
    void sixOfEight() {
        assertThat(DAYS.meanOf8Hours(without(hours(90), 1, 2), 0)).isEqualTo(90);
        assertThat(DAYS.meanOf8Hours(without(hours(90), 1, 2, 3), 0)).isNaN();
    }

    @Test
    @DisplayName("O3 is the greatest of the means that end from 08:00 to 24:00")
    void windowsEndFromEight() {
        float[] hours = hours(10);
        for (int slot = 1; slot <= 7; slot++) {
            hours[slot - 1] = 100;
        }
        // only the window ending 08:00 holds all seven high hours; one ending 07:00 would give 100
        assertThat(DAYS.greatest8Hours(hours).value()).isEqualTo((7 * 100 + 10) / 8.0);
        float[] evening = hours(10);
        for (int slot = 17; slot <= 24; slot++) {
            evening[slot - 1] = 120;
        }
        assertThat(DAYS.greatest8Hours(evening).value()).isEqualTo(120);
    }

    @Test
    @DisplayName("O3 is valid with 14 such means; with fewer only when it exceeds the limit")
    void fourteenMeans() {
        float[] fourteen = without(hours(100), 1, 2, 3, 4, 5);
        assertThat(DAYS.greatest8Hours(fourteen)).isEqualTo(new DailyValue(100, 14, true));
        float[] thirteen = without(hours(100), 1, 2, 3, 4, 5, 6);
        assertThat(DAYS.greatest8Hours(thirteen)).isEqualTo(new DailyValue(100, 13, false));
        float[] high = without(hours(161), 1, 2, 3, 4, 5, 6);
        assertThat(DAYS.greatest8Hours(high)).isEqualTo(new DailyValue(161, 13, true));
        float[] atTheLimit = without(hours(160.4), 1, 2, 3, 4, 5, 6);
        assertThat(DAYS.greatest8Hours(atTheLimit).valid())
                .as("160.4 is stated as 160, which does not exceed")
                .isFalse();
    }

    @Test
    @DisplayName("values are stated in whole µg/m³, CO in tenths, halves to even")
    void statedValues() {
        LocalDate day = LocalDate.of(2019, 5, 1);
        DailyConcentrations stated =
                Days.of(day, 10.5, 11.5, 70.49, 1.25, 160.5, 35.5).concentrations(RULES.assessment());
        assertThat(stated).isEqualTo(new DailyConcentrations(10, 12, 70, 1.2, 160, 160, 36));
    }

    @Test
    @DisplayName("series of one station become one set of values a day; a missing pollutant has none")
    void series() {
        LocalDate first = LocalDate.of(2019, 1, 1);
        float[] twoDays = new float[48];
        Arrays.fill(twoDays, 0, 24, 30);
        Arrays.fill(twoDays, 24, 48, 60);
        List<DailyValues> days = DAYS.days(Map.of(
                Pollutant.PM25, HourlySeries.of(Pollutant.PM25, first, twoDays),
                Pollutant.O3, HourlySeries.of(Pollutant.O3, first, twoDays)));
        assertThat(days).extracting(DailyValues::day).containsExactly(first, first.plusDays(1));
        assertThat(days.get(1).pm25()).isEqualTo(new DailyValue(60, 24, true));
        assertThat(days.get(1).o3Max8h().value()).isCloseTo(60, within(1e-12));
        assertThat(days.get(0).so2()).isEqualTo(DailyValue.NONE);
        assertThatThrownBy(() -> DAYS.days(Map.of(
                        Pollutant.PM25, HourlySeries.of(Pollutant.PM25, first, twoDays),
                        Pollutant.O3, HourlySeries.of(Pollutant.O3, first, new float[24]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days from 2019-01-01");
    }
}
