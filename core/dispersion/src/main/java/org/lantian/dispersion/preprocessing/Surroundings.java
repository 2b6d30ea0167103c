package org.lantian.dispersion.preprocessing;

import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.weather.HourStamp;

/** The ground over which the wind comes. */
public interface Surroundings {

    /** The ground in this hour under a wind from this direction, degrees. */
    Ground at(HourStamp hour, double direction);

    /** The greatest z₀ of all hours and directions, m. */
    double greatestRoughness();
}
