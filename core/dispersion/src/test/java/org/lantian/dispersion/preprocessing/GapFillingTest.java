package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Clock;
import org.lantian.dispersion.preprocessing.SurfaceTableReader.Label;

@DisplayName("Gaps in the observations")
class GapFillingTest {

    private static List<FilledHour> fill(String... rows) {
        List<String> lines = new ArrayList<>(List.of("time,ws_ms,wd_deg,temp_c,cloud_tenths,pressure_hpa,precip_mm"));
        lines.addAll(List.of(rows));
        return GapFilling.fill(SurfaceTableReader.parse("s.csv", lines, Clock.local(ZoneOffset.UTC, Label.END))
                .observations());
    }

    private static FilledHour hour(List<FilledHour> hours, int hour) {
        return hours.get(hour - 1);
    }

    @Test
    @DisplayName("of two hours are interpolated and marked, of three stay missing")
    void limit() {
        List<FilledHour> hours = fill(
                "2024-01-01T01:00,2,10,0,0,900,0",
                "2024-01-01T04:00,5,40,3,10,903,0",
                "2024-01-01T08:00,5,40,3,10,903,0");
        assertThat(hours).hasSize(24);
        assertThat(hour(hours, 2).observation().windSpeed()).isCloseTo(3, within(1e-9));
        assertThat(hour(hours, 3).observation().windDirection()).isCloseTo(30, within(1e-9));
        assertThat(hour(hours, 3).observation().kelvin()).isCloseTo(275.15, within(1e-9));
        assertThat(hour(hours, 2).observation().cloud()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(hour(hours, 2).substitutions())
                .containsExactlyInAnyOrder(
                        Substitution.WIND_INTERPOLATED,
                        Substitution.TEMPERATURE_INTERPOLATED,
                        Substitution.CLOUD_INTERPOLATED,
                        Substitution.PRESSURE_INTERPOLATED);
        assertThat(hour(hours, 2).observation().has(Element.PRECIPITATION)).isFalse();
        for (int missing = 5; missing <= 7; missing++) {
            assertThat(hour(hours, missing).observation().has(Element.TEMPERATURE))
                    .isFalse();
            assertThat(hour(hours, missing).substitutions()).isEmpty();
        }
        assertThat(hour(hours, 24).observation().has(Element.WIND_SPEED)).isFalse();
    }

    @Test
    @DisplayName("in the wind turn along the shorter arc and lie only between two winds")
    void wind() {
        List<FilledHour> hours = fill(
                "2024-01-01T01:00,2,350,0,0,900,0",
                "2024-01-01T03:00,4,20,0,0,900,0",
                "2024-01-01T05:00,0,0,0,0,900,0",
                "2024-01-01T06:00,3,,0,0,900,0",
                "2024-01-01T07:00,3,200,0,0,900,0",
                "2024-01-01T08:00,3,,0,0,900,0",
                "2024-01-01T09:00,3,220,0,0,900,0");
        assertThat(hour(hours, 2).observation().windDirection()).isCloseTo(5, within(1e-9));
        assertThat(hour(hours, 4).observation().has(Element.WIND_SPEED)).isFalse();
        assertThat(hour(hours, 6).observation().has(Element.WIND_DIRECTION)).isFalse();
        assertThat(hour(hours, 8).observation().windDirection()).isCloseTo(210, within(1e-9));
        assertThat(hour(hours, 8).observation().windSpeed()).isEqualTo(3);
    }

    @Test
    @DisplayName("at the ends of the series stay missing, and whole days come out, through a leap day")
    void ends() {
        List<FilledHour> hours = fill("2024-02-28T23:00,2,10,0,0,900,0", "2024-03-01T02:00,2,10,0,0,900,0");
        assertThat(hours).hasSize(72);
        assertThat(hours.getFirst().observation().stamp().hour()).isEqualTo(1);
        assertThat(hours.get(24).observation().stamp().date()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(hours.getLast().observation().stamp().hour()).isEqualTo(24);
        assertThat(hours.getFirst().observation().has(Element.WIND_SPEED)).isFalse();
    }
}
