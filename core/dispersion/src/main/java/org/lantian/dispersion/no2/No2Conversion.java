package org.lantian.dispersion.no2;

/** Turns NOx (as NO2 mass) of all sources at all receptors into NO2, hour by hour. */
public sealed interface No2Conversion permits Arm2, OzoneLimiting {

    /**
     * Converts one hour in place.
     *
     * @param nox µg/m³ by source and receptor, all sources of the run
     * @param ozone µg/m³; NaN where it is missing
     */
    void convert(double[][] nox, double ozone);
}
