package org.lantian.dispersion.plume;

/** Numbers that several equation groups share. */
final class Constants {

    /** g, m/s². */
    static final double GRAVITY = 9.80616;

    /** Half-width of a plume in σ_z over which its air is averaged. */
    static final double PLUME_HALF_WIDTH = 2.15;

    /** β₂/√2: buoyancy-induced spread per metre of rise (MFD 73). */
    static final double BUOYANT_SPREAD = 0.4 / Math.sqrt(2);

    /** Least N, 1/s. */
    static final double LEAST_FREQUENCY = 1e-10;

    private Constants() {}

    /** Brunt–Väisälä frequency N, 1/s. */
    static double frequency(double gradient, double potentialTemperature) {
        return gradient > 0
                ? Math.max(LEAST_FREQUENCY, Math.sqrt(GRAVITY * gradient / potentialTemperature))
                : LEAST_FREQUENCY;
    }
}
