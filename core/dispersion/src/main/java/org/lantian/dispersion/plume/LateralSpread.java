package org.lantian.dispersion.plume;

/** Ambient lateral spread σ_ya, m (MFD 74–76). */
final class LateralSpread {

    private static final double LEAST_INTENSITY = 0.05;
    private static final double LOWEST = 0.46;

    private LateralSpread() {}

    /**
     * Of a stable or penetrated plume.
     *
     * @param mechanicalMixingHeight z_im, m, also where z_i is another
     */
    static double stable(double x, double u, double sigmaV, double plumeHeight, double mechanicalMixingHeight) {
        double s = Math.max(LEAST_INTENSITY, sigmaV / u);
        double t = mechanicalMixingHeight / (156 * sigmaV) * Math.max(plumeHeight, LOWEST) / LOWEST;
        return s * x / Math.pow(1 + x / (2 * u * t), 0.3);
    }

    /**
     * Of a direct or indirect plume.
     *
     * @param beta from {@link #beta}
     */
    static double convective(double x, double u, double sigmaV, double beta, double mixingHeight) {
        double s = Math.max(LEAST_INTENSITY, sigmaV / u);
        return s * x / Math.pow(1 + beta * s * x / mixingHeight, 0.3);
    }

    /** β of a convective plume, by the physical height of the release. */
    static double beta(double releaseHeight) {
        return Math.max(78 * LOWEST / Math.max(releaseHeight, LOWEST), 0.7);
    }
}
