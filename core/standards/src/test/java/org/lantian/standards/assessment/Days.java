package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lantian.quantities.Pollutant;

/** Made-up days for tests. */
public final class Days {

    private Days() {}

    /** A valid day with these values. */
    public static DailyValues of(
            LocalDate day, double so2, double no2, double pm10, double co, double o3Max8h, double pm25) {
        return new DailyValues(
                day, valid(so2), valid(no2), valid(pm10), valid(co), valid(o3Max8h), valid(o3Max8h), valid(pm25));
    }

    public static DailyValue valid(double value) {
        return new DailyValue(value, 24, true);
    }

    /** The same day with another PM2.5. */
    public static DailyValues withPm25(DailyValues day, DailyValue pm25) {
        return new DailyValues(
                day.day(), day.so2(), day.no2(), day.pm10(), day.co(), day.o3Max1h(), day.o3Max8h(), pm25);
    }

    /** The same value of every pollutant scaled, on each day of a period. */
    public static List<DailyValues> each(Period period, Function<LocalDate, DailyValues> made) {
        List<DailyValues> days = new ArrayList<>();
        for (int i = 0; i < period.days(); i++) {
            days.add(made.apply(period.first().plusDays(i)));
        }
        return days;
    }

    /** A clean, complete period. */
    public static List<DailyValues> clean(Period period) {
        return each(period, day -> of(day, 10, 20, 40, 0.8, 90, 20));
    }

    /** One pollutant's values of a list, for checks by hand. */
    public static double[] values(List<DailyValues> days, Pollutant pollutant) {
        return days.stream().mapToDouble(day -> day.of(pollutant).value()).toArray();
    }
}
