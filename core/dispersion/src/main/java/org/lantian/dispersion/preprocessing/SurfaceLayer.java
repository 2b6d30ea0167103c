package org.lantian.dispersion.preprocessing;

/**
 * Turbulence of the surface layer in one hour.
 *
 * @param sensibleHeatFlux H, W/m²; its sign is that of −L
 * @param frictionVelocity u*, m/s, > 0
 * @param obukhovLength L, m; positive when stable; |L| in 1…8888
 */
public record SurfaceLayer(double sensibleHeatFlux, double frictionVelocity, double obukhovLength) {

    static final double KARMAN = 0.4;
    static final double GRAVITY = 9.80616;
    /** c_p of air, J/(kg K). */
    static final double HEAT_CAPACITY = 1004;
    /** Gas constant of dry air, J/(kg K). */
    private static final double GAS_CONSTANT = 287.04;

    /** The reference prints no |L| beyond it: practically neutral. */
    static final double NEUTRAL_LENGTH = 8888;
    /** AERMET keeps |L| from shrinking below 1 m. */
    static final double SHORTEST_LENGTH = 1;

    /** Density of dry air, kg/m³. */
    static double airDensity(double pressureHpa, double kelvin) {
        return 100 * pressureHpa / (GAS_CONSTANT * kelvin);
    }

    /** A length with the sign of the argument, within the limits. */
    static double limited(double length) {
        return Math.copySign(Math.clamp(Math.abs(length), SHORTEST_LENGTH, NEUTRAL_LENGTH), length);
    }
}
