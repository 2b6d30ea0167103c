package org.lantian.dispersion.plume;

/** Share of a plume that wanders with the slow turns of the wind (MFD 62–65). */
final class Meander {

    private static final double TIME_SCALE_SECONDS = 86400;

    private Meander() {}

    /**
     * f_r, 0–1, by the values of the random plume.
     *
     * @param r radial distance, m
     */
    static double share(double r, double u, double sigmaV) {
        double turning = 2 * sigmaV * sigmaV;
        double meanSquared = u * u - turning;
        if (meanSquared < 0.01) {
            meanSquared = 0.01;
        }
        double random = turning + meanSquared * (1 - Math.exp(-r / u / TIME_SCALE_SECONDS));
        return Math.min(1, random / (u * u));
    }
}
