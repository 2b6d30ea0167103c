package org.lantian.standards.aqi;

/**
 * The values of one city day at a place. {@code NaN} is missing or not valid; a negative value counts as missing.
 *
 * @param so2 24-h mean, µg/m³
 * @param no2 24-h mean, µg/m³
 * @param pm10 24-h mean, µg/m³
 * @param co 24-h mean, mg/m³
 * @param o3Max1h greatest hour, µg/m³; part of the daily report of the 2012 edition only
 * @param o3Max8h greatest 8-h mean, µg/m³
 * @param pm25 24-h mean, µg/m³
 */
public record DailyConcentrations(
        double so2, double no2, double pm10, double co, double o3Max1h, double o3Max8h, double pm25) {}
