package org.lantian.dispersion.preprocessing;

import org.lantian.quantities.Check;

/**
 * Where and how the observations were made.
 *
 * @param sun over the station, in the local standard time of the observations
 * @param windHeight of the anemometer above the ground, m
 * @param temperatureHeight of the thermometer above the ground, m
 * @param elevation above sea level, m
 * @param calmBelow speeds below it count as calm, m/s, 0.005–2
 * @param adjustedFrictionVelocity stable hours by {@link AdjustedStableLayer}, AERMET's option ADJ_U*
 */
public record Station(
        SunPosition sun,
        double windHeight,
        double temperatureHeight,
        double elevation,
        double calmBelow,
        boolean adjustedFrictionVelocity) {

    /** Speeds below it are calms: √2 · 0.2 m/s, the least wind in which AERMOD computes dispersion. */
    public static final double LEAST_WIND = 0.28;

    /** A speed below half a unit of the file's last digit would be printed as a calm. */
    private static final double LEAST_PRINTED = 0.005;

    public Station {
        Check.inRange("windHeight", windHeight, 1, 200);
        Check.inRange("temperatureHeight", temperatureHeight, 0.5, 200);
        Check.inRange("elevation", elevation, -430, 5500);
        Check.inRange("calmBelow", calmBelow, LEAST_PRINTED, 2);
    }

    /** Whether a speed counts as calm; one that is not known does not. */
    boolean isCalm(double speed) {
        return speed < calmBelow;
    }

    /** Pressure of the standard atmosphere at the elevation, hPa (ISO 2533). */
    public double standardPressure() {
        return 1013.25 * Math.pow(1 - 2.25577e-5 * elevation, 5.25588);
    }
}
