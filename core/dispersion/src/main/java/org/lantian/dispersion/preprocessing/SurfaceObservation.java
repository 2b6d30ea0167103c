package org.lantian.dispersion.preprocessing;

import org.lantian.dispersion.weather.HourStamp;

/**
 * What a station reported for one hour, NaN where it did not.
 *
 * @param stamp by the hour's end in local standard time
 * @param windSpeed m/s, 0–75
 * @param windDirection from which the wind blows, degrees clockwise from north, 0–360
 * @param kelvin air temperature
 * @param cloud covered share of the sky, 0–1
 * @param pressureHpa at the station (not reduced to sea level)
 * @param humidity relative, percent
 * @param precipitation mm in the hour
 * @param globalRadiation W/m² on the ground, ≥ 0
 */
public record SurfaceObservation(
        HourStamp stamp,
        double windSpeed,
        double windDirection,
        double kelvin,
        double cloud,
        double pressureHpa,
        double humidity,
        double precipitation,
        double globalRadiation) {

    /** An hour of which nothing is known. */
    public static SurfaceObservation unknown(HourStamp stamp) {
        double nothing = Double.NaN;
        return new SurfaceObservation(stamp, nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing);
    }

    /** The value of an element, NaN when not known. */
    public double value(Element element) {
        return switch (element) {
            case WIND_SPEED -> windSpeed;
            case WIND_DIRECTION -> windDirection;
            case TEMPERATURE -> kelvin;
            case CLOUD -> cloud;
            case PRESSURE -> pressureHpa;
            case HUMIDITY -> humidity;
            case PRECIPITATION -> precipitation;
            case GLOBAL_RADIATION -> globalRadiation;
        };
    }

    /** The same hour with another value of one element. */
    public SurfaceObservation with(Element element, double value) {
        return new SurfaceObservation(
                stamp,
                element == Element.WIND_SPEED ? value : windSpeed,
                element == Element.WIND_DIRECTION ? value : windDirection,
                element == Element.TEMPERATURE ? value : kelvin,
                element == Element.CLOUD ? value : cloud,
                element == Element.PRESSURE ? value : pressureHpa,
                element == Element.HUMIDITY ? value : humidity,
                element == Element.PRECIPITATION ? value : precipitation,
                element == Element.GLOBAL_RADIATION ? value : globalRadiation);
    }

    /** Whether an element is known. */
    public boolean has(Element element) {
        return !Double.isNaN(value(element));
    }
}
