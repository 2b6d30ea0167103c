package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.HourlyConcentrations;

@DisplayName("One hour of a county or city")
class AreaHourTest {

    private static final double NONE = Double.NaN;

    private final AreaHour hour =
            new AreaHour(Standards.named("2012").orElseThrow().assessment().validity());

    private static HourlyConcentrations station(double pm25) {
        return HourlyConcentrations.of(NONE, NONE, NONE, NONE, NONE, pm25);
    }

    @Test
    @DisplayName("is the mean of the stations that have it, with at least three of four")
    void mean_of_three_of_four() {
        assertThat(hour.of(List.of(station(10), station(20), station(60), station(NONE)))
                        .pm25())
                .isEqualTo(30);
    }

    @Test
    @DisplayName("is not stated with two of four")
    void two_of_four() {
        assertThat(hour.of(List.of(station(10), station(20), station(-1), station(NONE)))
                        .pm25())
                .isNaN();
    }

    @Test
    @DisplayName("is not stated without a station")
    void no_station() {
        assertThat(hour.of(List.of()).pm25()).isNaN();
    }
}
