package org.lantian.dispersion.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.Hours;

@DisplayName("Hours of weather")
class HoursTest {

    @Test
    @DisplayName("speed 0 is calm even where something is missing")
    void calmComesFirst() {
        assertThat(HourClass.of(Hours.stable(0, 360, -99999).surface())).isEqualTo(HourClass.CALM);
    }

    @Test
    @DisplayName("missing wind, direction, temperature or Obukhov length make a missing hour")
    void missing() {
        assertThat(HourClass.of(Hours.stable(99, 360, 50).surface())).isEqualTo(HourClass.MISSING);
        assertThat(HourClass.of(Hours.stable(3, 999, 50).surface())).isEqualTo(HourClass.MISSING);
        assertThat(HourClass.of(Hours.stable(3, 360, -99999).surface())).isEqualTo(HourClass.MISSING);
    }

    @Test
    @DisplayName("the sign of the Obukhov length tells day from night")
    void dayAndNight() {
        assertThat(HourClass.of(Hours.stable(3, 360, 50).surface())).isEqualTo(HourClass.STABLE);
        assertThat(HourClass.of(Hours.convective(3, 360).surface())).isEqualTo(HourClass.CONVECTIVE);
    }

    @Test
    @DisplayName("levels that don't increase are refused with their heights")
    void nonMonotoneLevels() {
        WeatherHour hour = Hours.stable(3, 360, 50);
        ProfileLevel ten = new ProfileLevel(10, 360, 3, 10, 99, 99);
        assertThatThrownBy(() -> new WeatherHour(hour.stamp(), hour.surface(), List.of(ten, ten)))
                .hasMessageContaining("10.0 m, then 10.0 m");
    }

    @Test
    @DisplayName("29 February exists in leap years only, hour 25 never")
    void stamps() {
        assertThat(HourStamp.of(LocalDate.of(1996, 2, 29), 24).julianDay()).isEqualTo(60);
        assertThatThrownBy(() -> new HourStamp(1995, 2, 29, 1, 60)).hasMessageContaining("1995-2-29");
        assertThatThrownBy(() -> new HourStamp(1996, 2, 28, 25, 59)).hasMessageContaining("hour is 25");
    }

    @Test
    @DisplayName("the layer of a height holds it, at and between all levels")
    void layers() {
        for (int level = 0; level < GridLevels.COUNT - 1; level++) {
            double bottom = GridLevels.height(level);
            assertThat(GridLevels.layerOf(bottom)).isEqualTo(level);
            assertThat(GridLevels.layerOf(0.5 * (bottom + GridLevels.height(level + 1))))
                    .isEqualTo(level);
        }
        assertThat(GridLevels.layerOf(9000)).isEqualTo(GridLevels.COUNT - 2);
    }
}
