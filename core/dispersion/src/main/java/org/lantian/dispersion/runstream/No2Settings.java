package org.lantian.dispersion.runstream;

import org.jspecify.annotations.Nullable;

/**
 * What the control part says of NO2.
 *
 * @param method how NOx becomes NO2
 * @param least least ratio of ARM2
 * @param greatest greatest ratio of ARM2
 * @param equilibrium greatest ratio of OLM
 * @param inStackRatio NO2/NOx at the outlet where a source has none of its own; NaN when not given
 * @param ozoneMicrograms constant, or in place of missing hours, µg/m³; NaN when not given
 * @param ozoneFloor whether stable hours have a least ozone
 */
public record No2Settings(
        Method method,
        double least,
        double greatest,
        double equilibrium,
        double inStackRatio,
        @Nullable HourlyFile ozone,
        double ozoneMicrograms,
        boolean ozoneFloor) {

    /** How NOx becomes NO2. */
    public enum Method {
        NONE,
        ARM2,
        OLM
    }
}
