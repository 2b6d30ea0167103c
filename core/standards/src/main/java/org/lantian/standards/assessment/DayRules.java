package org.lantian.standards.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lantian.quantities.Check;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.aqi.FixedPoint;
import org.lantian.standards.limits.LimitStandard;
import org.lantian.standards.rounding.Gbt8170;

/**
 * From the 24 hours of a city day to its values (HJ 663, GB 3095 table 4).
 *
 * <p>Sums are exact ({@link FixedPoint}); negative hours count as missing.
 */
public final class DayRules {

    private static final int WINDOW = 8;

    private final ValidityRules validity;
    private final int o3Decimals;
    private final double o3LimitOf8Hours;

    public DayRules(AssessmentStandard assessment, LimitStandard limits) {
        this.validity = assessment.validity();
        this.o3Decimals = assessment.statistic(Pollutant.O3).dailyDecimals();
        this.o3LimitOf8Hours = limits.ofDay(Pollutant.O3).grade2();
    }

    /** The values of each city day of a station; all series cover the same days; a pollutant may be absent. */
    public List<DailyValues> days(Map<Pollutant, HourlySeries> station) {
        HourlySeries any = station.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("station has no series, expected at least one"));
        for (HourlySeries series : station.values()) {
            Check.that(
                    series.firstDay().equals(any.firstDay()) && series.days() == any.days(),
                    series.parameter().code() + " covers " + series.days() + " days from " + series.firstDay()
                            + ", expected " + any.days() + " from " + any.firstDay());
        }
        List<DailyValues> days = new ArrayList<>(any.days());
        for (int d = 0; d < any.days(); d++) {
            days.add(new DailyValues(
                    any.firstDay().plusDays(d),
                    mean(hours(station, Pollutant.SO2, d)),
                    mean(hours(station, Pollutant.NO2, d)),
                    mean(hours(station, Pollutant.PM10, d)),
                    mean(hours(station, Pollutant.CO, d)),
                    greatestHour(hours(station, Pollutant.O3, d)),
                    greatest8Hours(hours(station, Pollutant.O3, d)),
                    mean(hours(station, Pollutant.PM25, d))));
        }
        return days;
    }

    private static float[] hours(Map<Pollutant, HourlySeries> station, Pollutant pollutant, int day) {
        HourlySeries series = station.get(pollutant);
        return series == null ? new float[0] : series.day(day);
    }

    /** The values of one city day from 24 hours of each pollutant, {@code NaN} where missing. */
    public DailyValues day(LocalDate day, Map<Pollutant, float[]> hours) {
        return new DailyValues(
                day,
                mean(hours.getOrDefault(Pollutant.SO2, new float[0])),
                mean(hours.getOrDefault(Pollutant.NO2, new float[0])),
                mean(hours.getOrDefault(Pollutant.PM10, new float[0])),
                mean(hours.getOrDefault(Pollutant.CO, new float[0])),
                greatestHour(hours.getOrDefault(Pollutant.O3, new float[0])),
                greatest8Hours(hours.getOrDefault(Pollutant.O3, new float[0])),
                mean(hours.getOrDefault(Pollutant.PM25, new float[0])));
    }

    /** 24-h mean, valid with at least 20 hours. */
    public DailyValue mean(float[] hours) {
        long sum = 0;
        int count = 0;
        for (float hour : hours) {
            int concentration = FixedPoint.of(hour);
            if (concentration != FixedPoint.MISSING) {
                sum += concentration;
                count++;
            }
        }
        return count == 0
                ? DailyValue.NONE
                : new DailyValue(quotient(sum, count), count, count >= validity.hoursPerDay());
    }

    /** Greatest hour of the day. */
    public DailyValue greatestHour(float[] hours) {
        int greatest = FixedPoint.MISSING;
        int count = 0;
        for (float hour : hours) {
            int concentration = FixedPoint.of(hour);
            greatest = Math.max(greatest, concentration);
            count += concentration == FixedPoint.MISSING ? 0 : 1;
        }
        return count == 0
                ? DailyValue.NONE
                : new DailyValue(quotient(greatest, 1), count, count >= validity.hoursPerDayFor1hMaximum());
    }

    /**
     * Greatest of the 8-h means that end from 08:00 to 24:00, each of at least 6 hours. Valid with at least 14 of
     * the 17; with fewer only when it exceeds the limit, for then more data could only raise it.
     */
    public DailyValue greatest8Hours(float[] hours) {
        if (hours.length == 0) {
            return DailyValue.NONE;
        }
        Check.inRange("hours.length", hours.length, HourEnding.SLOTS_PER_DAY, HourEnding.SLOTS_PER_DAY);
        double greatest = Double.NaN;
        int means = 0;
        for (int end = WINDOW; end <= hours.length; end++) {
            double mean = meanOf8Hours(hours, end - WINDOW);
            if (!Double.isNaN(mean)) {
                means++;
                greatest = means == 1 ? mean : Math.max(greatest, mean);
            }
        }
        boolean valid = means >= validity.means8hPerDay() || Gbt8170.round(greatest, o3Decimals) > o3LimitOf8Hours;
        return means == 0 ? DailyValue.NONE : new DailyValue(greatest, means, valid);
    }

    /** Mean of the eight hours from an index on; {@code NaN} with fewer than six of them. */
    public double meanOf8Hours(float[] hours, int from) {
        long sum = 0;
        int count = 0;
        for (int i = from; i < from + WINDOW; i++) {
            int concentration = FixedPoint.of(hours[i]);
            if (concentration != FixedPoint.MISSING) {
                sum += concentration;
                count++;
            }
        }
        return count < validity.hoursPer8hMean() ? Double.NaN : quotient(sum, count);
    }

    private static double quotient(long sum, int count) {
        return (double) sum / ((long) count * FixedPoint.SCALE);
    }
}
