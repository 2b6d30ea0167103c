package org.lantian.standards.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Days;
import org.lantian.standards.assessment.StateConversion;

@DisplayName("Limits and reference states of GB 3095")
class LimitsTest {

    private static final ReferenceStates STATES = ReferenceStates.load();
    private static final LocalDate BEFORE = LocalDate.of(2018, 8, 31);
    private static final LocalDate AFTER = LocalDate.of(2018, 9, 1);

    @ParameterizedTest(name = "{0} {1} {2}: {3} / {4}")
    @DisplayName("grade I and II")
    @CsvSource({
        "2012, PM25, YEAR, 15, 35",
        "2026, PM25, YEAR, 15, 30",
        "2026-final, PM25, YEAR, 10, 25",
        "2012, PM10, DAY, 50, 150",
        "2026, PM10, DAY, 50, 120",
        "2026-final, PM10, DAY, 50, 100",
        "2012, O3, EIGHT_HOURS, 100, 160",
        "2026-final, SO2, DAY, 50, 50",
        "2026-final, NO2, YEAR, 30, 30",
        "2012, CO, DAY, 4, 4",
        "2012, BAP, DAY, 0.0025, 0.0025",
        "2012, PB, QUARTER, 1, 1",
    })
    void limits(String rules, Pollutant pollutant, Averaging averaging, double grade1, double grade2) {
        Limit limit = Standards.named(rules).orElseThrow().limits().get(pollutant, averaging);
        assertThat(limit.grade1()).isEqualTo(grade1);
        assertThat(limit.grade2()).isEqualTo(grade2);
        assertThat(limit.provenance().source()).isNotBlank();
    }

    @Test
    @DisplayName("there is no annual limit of CO and O3")
    void noAnnualLimit() {
        LimitStandard limits = Standards.named("2012").orElseThrow().limits();
        assertThat(limits.find(Pollutant.CO, Averaging.YEAR)).isEmpty();
        assertThat(limits.find(Pollutant.O3, Averaging.YEAR)).isEmpty();
    }

    @Test
    @DisplayName("gases change from 273.15 to 298.15 K on 2018-09-01, particles to the actual state")
    void states() {
        assertThat(STATES.on(Pollutant.SO2, BEFORE)).isEqualTo(new ReferenceState.Fixed(273.15, 1013.25));
        assertThat(STATES.on(Pollutant.SO2, AFTER)).isEqualTo(new ReferenceState.Fixed(298.15, 1013.25));
        assertThat(STATES.on(Pollutant.PM25, BEFORE)).isEqualTo(new ReferenceState.Fixed(273.15, 1013.25));
        assertThat(STATES.on(Pollutant.PM25, AFTER)).isEqualTo(new ReferenceState.Actual());
        assertThat(STATES.on(Pollutant.SO2, LocalDate.of(2027, 1, 1)))
                .isEqualTo(new ReferenceState.Fixed(298.15, 1013.25));
    }

    @Test
    @DisplayName("across that day a gas is multiplied by 273.15/298.15, PM is not comparable")
    void factors() {
        assertThat(STATES.factor(Pollutant.NO2, BEFORE, AFTER).orElseThrow()).isCloseTo(0.9161496, within(1e-7));
        assertThat(STATES.factor(Pollutant.NO2, AFTER, BEFORE).orElseThrow()).isCloseTo(1.0915248, within(1e-7));
        assertThat(STATES.factor(Pollutant.NO2, AFTER, AFTER.plusYears(1))).hasValue(1);
        assertThat(STATES.factor(Pollutant.PM25, BEFORE, AFTER)).isEmpty();
        assertThat(STATES.factor(Pollutant.PM25, AFTER, AFTER.plusYears(9))).hasValue(1);
    }

    @Test
    @DisplayName("only a span across that day has two states")
    void mixed() {
        assertThat(STATES.changesWithin(Pollutant.SO2, LocalDate.of(2018, 1, 1), LocalDate.of(2018, 12, 31)))
                .isTrue();
        assertThat(STATES.changesWithin(Pollutant.PM10, BEFORE, AFTER)).isTrue();
        assertThat(STATES.changesWithin(Pollutant.SO2, AFTER, LocalDate.of(2031, 1, 1)))
                .isFalse();
        assertThat(STATES.changesWithin(Pollutant.SO2, LocalDate.of(2014, 1, 1), BEFORE))
                .isFalse();
    }

    @Test
    @DisplayName("PM is comparable when temperature and pressure of the samples are given")
    void particlesWithWeather() {
        ReferenceState.Fixed actual = new ReferenceState.Fixed(288.15, 930);
        assertThat(STATES.factor(Pollutant.PM25, BEFORE, AFTER, actual).orElseThrow())
                .isCloseTo(273.15 / 288.15 * (930 / 1013.25), within(1e-12));
    }

    @Test
    @DisplayName("days of two years are brought to one state, and what cannot be is named")
    void conversion() {
        List<DailyValues> days =
                List.of(Days.of(BEFORE, 10, 20, 40, 1, 100, 30), Days.of(AFTER, 10, 20, 40, 1, 100, 30));
        StateConversion.Converted converted = new StateConversion(STATES).toStateOf(AFTER, days, null);
        assertThat(converted.days().get(0).so2().value()).isCloseTo(9.161496, within(1e-6));
        assertThat(converted.days().get(0).o3Max8h().value()).isCloseTo(91.61496, within(1e-5));
        assertThat(converted.days().get(0).pm25().value()).isEqualTo(30);
        assertThat(converted.days().get(1)).isEqualTo(days.get(1));
        assertThat(converted.notComparable()).containsExactlyInAnyOrder(Pollutant.PM10, Pollutant.PM25);
        assertThat(converted.converted())
                .containsExactlyInAnyOrder(Pollutant.SO2, Pollutant.NO2, Pollutant.CO, Pollutant.O3);
    }
}
