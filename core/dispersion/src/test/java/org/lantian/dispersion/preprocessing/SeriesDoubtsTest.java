package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.BilingualText;

@DisplayName("Doubts about a series")
class SeriesDoubtsTest {

    private static final Station JINCHENG =
            new Station(new SunPosition(35.49, 112.85, 8), 10, 2, 744, Station.LEAST_WIND, false);

    /** Twenty days, warmest in the hour that ends at {@code warmest}. */
    private static List<SurfaceObservation> days(int warmest, double pressure, double mostCloud) {
        List<SurfaceObservation> hours = new ArrayList<>();
        for (int i = 0; i < 480; i++) {
            int hour = i % 24 + 1;
            hours.add(new SurfaceObservation(
                    HourStamp.of(LocalDate.of(2024, 3, 1).plusDays(i / 24), hour),
                    3,
                    200,
                    285 + 5 * Math.cos(Math.toRadians(15 * (hour - warmest))),
                    i % 2 * mostCloud,
                    pressure + i % 7,
                    50,
                    0,
                    Double.NaN));
        }
        return hours;
    }

    private static String said(List<SurfaceObservation> hours) {
        return String.join(
                " ",
                SeriesDoubts.of(hours, JINCHENG).stream().map(BilingualText::en).toList());
    }

    @Test
    @DisplayName("are none about a good series, nor about a short one")
    void none() {
        assertThat(said(days(15, 925, 1))).isEmpty();
        assertThat(said(days(15, 925, 0.7))).isEmpty();
        assertThat(said(days(3, 1010, 0.8).subList(0, 100))).isEmpty();
    }

    @Test
    @DisplayName("name sea-level pressure, oktas called tenths, and a clock in UTC")
    void named() {
        assertThat(said(days(15, 1010, 1)))
                .contains("1013 hPa", "927 hPa", "744 m")
                .doesNotContain("UTC");
        assertThat(said(days(15, 925, 0.8))).contains("oktas").doesNotContain("pressure");
        // 15:00 in Beijing is 07:00 in UTC
        assertThat(said(days(7, 925, 1))).contains("UTC").doesNotContain("oktas");
    }
}
