package org.lantian.standards.aqi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.quantities.Pollutant;

@DisplayName("Air quality index by HJ 633")
class AqiStandardTest {

    private static final AqiStandard OF_2012 = AqiStandard.load("HJ 633-2012");
    private static final AqiStandard OF_2026 = AqiStandard.load("HJ 633-2026");

    private static AqiStandard edition(String year) {
        return AqiStandard.load("HJ 633-" + year);
    }

    @ParameterizedTest(name = "{0}: {1} {2} → {3}")
    @DisplayName("worked values")
    @CsvSource({
        "2012, PM25_24H, 75, 100",
        "2026, PM25_24H, 75, 114",
        "2012, PM10_24H, 151, 101",
        "2026, PM10_24H, 120, 100",
        "2012, O3_8H, 161, 101",
        "2012, CO_24H, 4.1, 101",
        "2012, CO_24H, 2.2, 55",
        "2026, CO_24H, 2.2, 55",
        "2012, NO2_1H, 200, 100",
        "2012, SO2_24H, 150, 100",
        "2012, PM25_24H, 35.04, 51",
        "2026, PM25_24H, 35.04, 50",
        "2012, PM25_1H, 0, 0",
        "2012, PM25_24H, 501, 500",
        "2026, SO2_1H, 801, 200",
        "2026, O3_8H, 801, 300",
        "2026, SO2_1H, 800.5, 200",
        "2026, CO_24H, 2.05, 50",
        "2026, CO_24H, 2.15, 55",
    })
    void workedValues(String year, Indicator indicator, double concentration, int iaqi) {
        assertThat(edition(year).iaqi(indicator, concentration)).hasValue(iaqi);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("every breakpoint gives exactly its index, and a ten-thousandth more gives the next (2012)")
    @ValueSource(strings = {"2012", "2026"})
    void breakpointEdges(String year) {
        AqiStandard edition = edition(year);
        int[] indices = {0, 50, 100, 150, 200, 300, 400, 500};
        for (Indicator indicator : Indicator.values()) {
            List<BigDecimal> row = edition.rules().breakpoints(indicator).concentrations();
            for (int i = 0; i < row.size(); i++) {
                double edge = row.get(i).doubleValue();
                assertThat(edition.iaqi(indicator, edge))
                        .as("%s at %s", indicator, edge)
                        .hasValue(indices[i]);
                double step = year.equals("2012") ? 0.0001 : indicator.pollutant() == Pollutant.CO ? 0.1 : 1;
                if (i + 1 < row.size()) {
                    assertThat(edition.iaqi(indicator, edge + step).orElseThrow())
                            .as("%s just above %s", indicator, edge)
                            .isGreaterThan(indices[i]);
                }
                if (i > 0) {
                    assertThat(edition.iaqi(indicator, edge - step).orElseThrow())
                            .as("%s just below %s", indicator, edge)
                            .isLessThanOrEqualTo(indices[i]);
                }
            }
        }
    }

    @Test
    @DisplayName("2012: above 800 SO2 has no one-hour and O3 no 8-hour index")
    void aboveTheLastBreakpoint2012() {
        assertThat(OF_2012.iaqi(Indicator.SO2_1H, 800)).hasValue(200);
        assertThat(OF_2012.iaqi(Indicator.SO2_1H, 800.1)).isEmpty();
        assertThat(OF_2012.iaqi(Indicator.O3_8H, 800)).hasValue(300);
        assertThat(OF_2012.iaqi(Indicator.O3_8H, 801)).isEmpty();
    }

    @Test
    @DisplayName("2012: an hour with SO2 above 800 takes the 24-h index, and has none without it")
    void so2FallsBackToTheDay() {
        HourlyConcentrations hour = HourlyConcentrations.of(879, 30, 60, 1, 60, 40);
        assertThat(OF_2012.hourly(hour).aqi()).isEmpty();
        assertThat(OF_2012.hourly(hour).missing()).containsExactly(Pollutant.SO2);
        AqiResult withDay = OF_2012.hourly(hour.withRunningMeans(Double.NaN, 126));
        assertThat(withDay.aqi()).hasValue(88);
        assertThat(withDay.primary()).containsExactly(Pollutant.SO2);
        assertThat(OF_2026.hourly(hour).aqi()).hasValue(200);
    }

    @Test
    @DisplayName("2012: a day with O3 above 800 over eight hours takes the one-hour index")
    void o3FallsBackToTheHour() {
        AqiResult day = OF_2012.daily(new DailyConcentrations(10, 10, 20, 0.5, 900, 810, 20));
        assertThat(day.aqi()).hasValue(350);
        assertThat(day.primary()).containsExactly(Pollutant.O3);
        assertThat(OF_2026.daily(new DailyConcentrations(10, 10, 20, 0.5, 900, 810, 20))
                        .aqi())
                .hasValue(300);
    }

    @Test
    @DisplayName("the daily report of 2012 counts the greatest hour of O3, that of 2026 does not")
    void dailyO3() {
        DailyConcentrations day = new DailyConcentrations(10, 10, 20, 0.5, 300, 90, 20);
        assertThat(OF_2012.daily(day).aqi()).hasValue(150);
        assertThat(OF_2026.daily(day).aqi()).hasValue(45);
        assertThat(OF_2026.daily(day).iaqi()).containsEntry(Indicator.O3_1H, 150);
    }

    @Test
    @DisplayName("a day with the greatest hour of O3 but no valid 8-hour value lacks O3")
    void o3HourAloneIsNoDay() {
        AqiResult day = OF_2012.daily(new DailyConcentrations(10, 10, 20, 0.5, 120, Double.NaN, 20));
        assertThat(day.aqi()).isEmpty();
        assertThat(day.missing()).containsExactly(Pollutant.O3);
    }

    @Test
    @DisplayName("ties: all pollutants with the greatest index are primary, in the order of the standard")
    void ties() {
        AqiResult hour = OF_2012.hourly(HourlyConcentrations.of(10, 200, 150, 1, 100, 75));
        assertThat(hour.aqi()).hasValue(100);
        assertThat(hour.primary()).containsExactly(Pollutant.NO2, Pollutant.PM10, Pollutant.PM25);
        assertThat(hour.exceeding()).isEmpty();
    }

    @Test
    @DisplayName("no primary pollutant up to 50")
    void noPrimaryUpTo50() {
        AqiResult clean = OF_2012.hourly(HourlyConcentrations.of(10, 10, 50, 1, 100, 35));
        assertThat(clean.aqi()).hasValue(50);
        assertThat(clean.primary()).isEmpty();
        assertThat(clean.level().orElseThrow().className().zh()).isEqualTo("优");
    }

    @Test
    @DisplayName("exceeding pollutants exist in 2012 and no longer in 2026")
    void exceeding() {
        HourlyConcentrations hour = HourlyConcentrations.of(10, 10, 200, 1, 210, 75);
        assertThat(OF_2012.hourly(hour).exceeding()).containsExactly(Pollutant.PM10, Pollutant.O3);
        assertThat(OF_2026.hourly(hour).exceeding()).isEmpty();
    }

    @Test
    @DisplayName("a missing pollutant: 2012 states no index, 2026 states it when the rest gives more than 100")
    void missingPollutant() {
        HourlyConcentrations clean = HourlyConcentrations.of(10, 10, 100, 1, 100, Double.NaN);
        HourlyConcentrations dirty = HourlyConcentrations.of(10, 10, 200, 1, 100, Double.NaN);
        assertThat(OF_2012.hourly(clean).aqi()).isEmpty();
        assertThat(OF_2012.hourly(dirty).aqi()).isEmpty();
        assertThat(OF_2026.hourly(clean).aqi()).isEmpty();
        assertThat(OF_2026.hourly(dirty).aqi()).isEqualTo(OptionalInt.of(131));
        assertThat(OF_2026.hourly(dirty).primary()).containsExactly(Pollutant.PM10);
        assertThat(OF_2026.hourly(dirty).missing()).containsExactly(Pollutant.PM25);
    }

    @Test
    @DisplayName("a negative value counts as missing")
    void negative() {
        assertThat(OF_2012.iaqi(Indicator.PM25_1H, -0.1)).isEmpty();
        assertThat(OF_2012.hourly(HourlyConcentrations.of(-1, 10, 60, 1, 100, 30))
                        .missing())
                .containsExactly(Pollutant.SO2);
    }

    @Test
    @DisplayName("the 2026 index is never below 1, that of 2012 may be 0")
    void leastIndex() {
        HourlyConcentrations nothing = HourlyConcentrations.of(0, 0, 0, 0, 0, 0);
        assertThat(OF_2012.hourly(nothing).aqi()).hasValue(0);
        assertThat(OF_2026.hourly(nothing).aqi()).hasValue(1);
    }

    @ParameterizedTest(name = "AQI {0} is level {1}, {2}, {3}")
    @DisplayName("levels, classes and official colours")
    @CsvSource({
        "0, 1, 优, #00e400",
        "50, 1, 优, #00e400",
        "51, 2, 良, #ffff00",
        "101, 3, 轻度污染, #ff7e00",
        "200, 4, 中度污染, #ff0000",
        "201, 5, 重度污染, #99004c",
        "300, 5, 重度污染, #99004c",
        "301, 6, 严重污染, #7e0023",
        "500, 6, 严重污染, #7e0023",
    })
    void levels(int aqi, int number, String className, String colour) {
        AqiLevel level = OF_2012.level(aqi);
        assertThat(level.number()).isEqualTo(number);
        assertThat(level.className().zh()).isEqualTo(className);
        assertThat(level.colour()).isEqualTo(colour);
        assertThat(level.advice().zh()).isNotBlank();
        assertThat(level.advice().en()).isNotBlank();
    }

    @Test
    @DisplayName("every line of both editions says where it was read and whether it was")
    void provenance() {
        for (AqiStandard edition : List.of(OF_2012, OF_2026)) {
            assertThat(edition.rules().provenance())
                    .hasSizeGreaterThan(20)
                    .allSatisfy((rule, provenance) ->
                            assertThat(provenance.source()).as(rule).isNotBlank());
        }
    }
}
