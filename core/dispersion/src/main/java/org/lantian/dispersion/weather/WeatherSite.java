package org.lantian.dispersion.weather;

import org.lantian.quantities.Check;

/**
 * What holds for all hours of a pair of weather files.
 *
 * @param adjustedFrictionVelocity the header of the surface file says ADJ_U*
 * @param bulkRichardson the header says BULKRN
 * @param profileBaseElevation above sea level, m
 */
public record WeatherSite(boolean adjustedFrictionVelocity, boolean bulkRichardson, double profileBaseElevation) {

    public WeatherSite {
        Check.inRange("profileBaseElevation", profileBaseElevation, -500, 9000);
    }
}
