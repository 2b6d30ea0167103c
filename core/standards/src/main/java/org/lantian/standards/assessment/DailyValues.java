package org.lantian.standards.assessment;

import java.time.LocalDate;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.aqi.DailyConcentrations;
import org.lantian.standards.aqi.Indicator;
import org.lantian.standards.rounding.Gbt8170;

/**
 * The values of one city day at a station or in an area, from which days, months and years are assessed.
 *
 * @param day the city day
 * @param so2 24-h mean, µg/m³
 * @param no2 24-h mean, µg/m³
 * @param pm10 24-h mean, µg/m³
 * @param co 24-h mean, mg/m³
 * @param o3Max1h greatest hour, µg/m³
 * @param o3Max8h greatest 8-h mean, µg/m³
 * @param pm25 24-h mean, µg/m³
 */
public record DailyValues(
        LocalDate day,
        DailyValue so2,
        DailyValue no2,
        DailyValue pm10,
        DailyValue co,
        DailyValue o3Max1h,
        DailyValue o3Max8h,
        DailyValue pm25) {

    /** A day without any data. */
    public static DailyValues none(LocalDate day) {
        return new DailyValues(
                day,
                DailyValue.NONE,
                DailyValue.NONE,
                DailyValue.NONE,
                DailyValue.NONE,
                DailyValue.NONE,
                DailyValue.NONE,
                DailyValue.NONE);
    }

    /** The value by which a day is assessed: the 24-h mean, of O3 the greatest 8-h mean. */
    public DailyValue of(Pollutant pollutant) {
        return switch (pollutant) {
            case SO2 -> so2;
            case NO2 -> no2;
            case PM10 -> pm10;
            case CO -> co;
            case O3 -> o3Max8h;
            case PM25 -> pm25;
            case TSP, NOX, PB, BAP ->
                throw new IllegalArgumentException(
                        "no daily value of " + pollutant.code() + ", expected one of the six");
        };
    }

    /** The value of an indicator of the daily report. */
    public DailyValue of(Indicator indicator) {
        return indicator == Indicator.O3_1H ? o3Max1h : of(indicator.pollutant());
    }

    /** Valid values as the law states them (whole µg/m³, CO in tenths of mg/m³), {@code NaN} where not valid. */
    public DailyConcentrations concentrations(AssessmentStandard standard) {
        return new DailyConcentrations(
                stated(standard, Pollutant.SO2, so2),
                stated(standard, Pollutant.NO2, no2),
                stated(standard, Pollutant.PM10, pm10),
                stated(standard, Pollutant.CO, co),
                stated(standard, Pollutant.O3, o3Max1h),
                stated(standard, Pollutant.O3, o3Max8h),
                stated(standard, Pollutant.PM25, pm25));
    }

    private static double stated(AssessmentStandard standard, Pollutant pollutant, DailyValue value) {
        return Gbt8170.round(value.ifValid(), standard.statistic(pollutant).dailyDecimals());
    }
}
