package org.lantian.standards.aqi;

import java.util.Map;
import org.lantian.quantities.Pollutant;

/**
 * What a station measured in one hour. {@code NaN} is missing; a negative value counts as missing.
 *
 * @param so2 µg/m³
 * @param no2 µg/m³
 * @param pm10 µg/m³
 * @param co mg/m³
 * @param o3 µg/m³
 * @param pm25 µg/m³
 * @param o3Of8Hours running 8-h mean of O3, µg/m³; informative in the real-time report
 * @param so2Of24Hours running 24-h mean of SO2, µg/m³; needed only by the 2012 edition when SO2 is above 800
 */
public record HourlyConcentrations(
        double so2,
        double no2,
        double pm10,
        double co,
        double o3,
        double pm25,
        double o3Of8Hours,
        double so2Of24Hours) {

    /** The six one-hour means. */
    public static HourlyConcentrations of(double so2, double no2, double pm10, double co, double o3, double pm25) {
        return new HourlyConcentrations(so2, no2, pm10, co, o3, pm25, Double.NaN, Double.NaN);
    }

    /** The six one-hour means from a map; what it lacks is missing. */
    public static HourlyConcentrations of(Map<Pollutant, ? extends Number> values) {
        return of(
                value(values, Pollutant.SO2),
                value(values, Pollutant.NO2),
                value(values, Pollutant.PM10),
                value(values, Pollutant.CO),
                value(values, Pollutant.O3),
                value(values, Pollutant.PM25));
    }

    public HourlyConcentrations withRunningMeans(double o3Of8Hours, double so2Of24Hours) {
        return new HourlyConcentrations(so2, no2, pm10, co, o3, pm25, o3Of8Hours, so2Of24Hours);
    }

    private static double value(Map<Pollutant, ? extends Number> values, Pollutant pollutant) {
        Number value = values.get(pollutant);
        return value == null ? Double.NaN : value.doubleValue();
    }
}
