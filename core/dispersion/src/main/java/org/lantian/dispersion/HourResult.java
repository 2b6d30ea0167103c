package org.lantian.dispersion;

import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.WeatherHour;

/**
 * Concentrations of one hour.
 *
 * @param weather as it was given
 * @param hourClass calm and missing hours have zeros
 * @param groups µg/m³ by group and receptor
 * @param sources µg/m³, or µg/m³ per unit emission, by source and receptor; no rows unless the plan asks for them
 */
public record HourResult(WeatherHour weather, HourClass hourClass, double[][] groups, double[][] sources) {}
