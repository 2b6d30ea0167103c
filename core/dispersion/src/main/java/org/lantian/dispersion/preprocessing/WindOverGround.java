package org.lantian.dispersion.preprocessing;

import org.lantian.quantities.Check;

/**
 * What the surface layer of an hour is computed from.
 *
 * @param speed at the height, m/s, > 0
 * @param height of the anemometer, m, above 7 z₀, where the logarithmic profile holds
 * @param roughness z₀, m
 * @param kelvin air temperature
 * @param pressureHpa at the station
 */
public record WindOverGround(double speed, double height, double roughness, double kelvin, double pressureHpa) {

    /** Below this many roughness lengths the wind profile is no logarithm any more. */
    public static final double LOWEST_ROUGHNESS_LENGTHS = 7;

    public WindOverGround {
        Check.that(speed > 0, "speed is " + speed + ", expected more than 0");
        Check.inRange("roughness", roughness, 1e-5, 5);
        Check.that(
                height > LOWEST_ROUGHNESS_LENGTHS * roughness,
                "anemometer at " + height + " m over z0 = " + roughness + " m, expected more than 7 z0");
        Check.inRange("kelvin", kelvin, 180, 340);
        Check.inRange("pressureHpa", pressureHpa, 300, 1100);
    }

    /** ln(z/z₀). */
    double logarithm() {
        return Math.log(height / roughness);
    }

    /** ρ c_p, J/(m³ K). */
    double heatCapacity() {
        return SurfaceLayer.airDensity(pressureHpa, kelvin) * SurfaceLayer.HEAT_CAPACITY;
    }
}
