package org.lantian.dispersion;

import java.time.LocalDate;
import java.util.List;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.ProfileLevel;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;

/** Made-up hours for tests. */
public final class Hours {

    private Hours() {}

    /** A night hour with wind at 10 m. */
    public static WeatherHour stable(double speed, double direction, double obukhov) {
        return hour(speed, direction, 0.2, -9, -999, 200, obukhov);
    }

    /** A summer noon. */
    public static WeatherHour convective(double speed, double direction) {
        return hour(speed, direction, 0.4, 1.6, 1100, 600, -40);
    }

    private static WeatherHour hour(
            double speed, double direction, double uStar, double wStar, double zic, double zim, double obukhov) {
        HourStamp stamp = HourStamp.of(LocalDate.of(2024, 7, 1), wStar > 0 ? 13 : 2);
        SurfaceHour surface = new SurfaceHour(
                wStar > 0 ? 150 : -10,
                uStar,
                wStar,
                wStar > 0 ? 0.005 : -9,
                zic,
                zim,
                obukhov,
                0.2,
                1,
                0.2,
                speed,
                direction,
                10,
                290,
                2,
                0,
                0,
                60,
                940,
                3);
        return new WeatherHour(stamp, surface, List.of(new ProfileLevel(10, direction, speed, 16.84, 99, 99)));
    }
}
