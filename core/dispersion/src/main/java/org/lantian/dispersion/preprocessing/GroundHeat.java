package org.lantian.dispersion.preprocessing;

import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.weather.HourStamp;

/**
 * What sun and cloud do to the ground in one hour.
 *
 * @param known temperature is there, and cloud or, by day, radiation
 * @param sunIsUp in the middle of the hour
 * @param albedo in the middle of the hour
 * @param sunHeat H of a convective hour, W/m²; NaN otherwise
 * @param nightShare share of the night's cooling in a stable hour, 0–1; NaN otherwise
 */
record GroundHeat(boolean known, boolean sunIsUp, double albedo, double sunHeat, double nightShare) {

    /** Least share of θ* under a low sun: the hour then is practically neutral, its L at the limit. */
    private static final double LEAST_SHARE = 1e-3;

    static GroundHeat of(SurfaceObservation seen, Ground ground, SunPosition sun) {
        HourStamp stamp = seen.stamp();
        double elevation = sun.elevationDegrees(stamp.julianDay(), stamp.hour() - 0.5);
        double albedo = Radiation.albedo(ground.noonAlbedo(), elevation);
        boolean up = elevation > 0;
        if (!seen.has(Element.TEMPERATURE) || !seen.has(Element.CLOUD)) {
            return new GroundHeat(false, up, albedo, Double.NaN, Double.NaN);
        }
        double net = Radiation.net(insolation(seen, sun), albedo, seen.kelvin(), seen.cloud());
        if (up && net > 0) {
            return new GroundHeat(true, true, albedo, Radiation.sensibleHeat(net, ground.bowenRatio()), Double.NaN);
        }
        double critical = Radiation.criticalElevation(ground.noonAlbedo(), seen.kelvin(), seen.cloud());
        double share = Math.max(LEAST_SHARE, StableLayer.shareUnderLowSun(elevation, critical));
        return new GroundHeat(true, up, albedo, Double.NaN, share);
    }

    private static double insolation(SurfaceObservation seen, SunPosition sun) {
        if (seen.has(Element.GLOBAL_RADIATION)) {
            return seen.globalRadiation();
        }
        HourStamp stamp = seen.stamp();
        return Radiation.clearSkyOfHour(sun, stamp.julianDay(), stamp.hour()) * Radiation.transmittance(seen.cloud());
    }

    /** The ground warms the air. */
    boolean convective() {
        return !Double.isNaN(sunHeat);
    }
}
