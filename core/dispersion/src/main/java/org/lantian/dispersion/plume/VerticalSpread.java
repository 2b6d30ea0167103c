package org.lantian.dispersion.plume;

/** Ambient vertical spread, m: stable (MFD 77–81), convective (MFD 82–83), penetrated. */
final class VerticalSpread {

    private static final double ROOT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

    private VerticalSpread() {}

    /** Elevated part of a stable plume, σ_ze (MFD 77–79); N is 0 where stability has no say. */
    static double stableElevated(double x, double u, double sigmaW, double height, double frequency) {
        double drift = sigmaW * x / u;
        return drift / Math.sqrt(1 + drift * (1 / (0.72 * height) + frequency / (0.54 * sigmaW)));
    }

    /** Surface part of a stable plume, σ_zg (MFD 80). */
    static double stableSurface(double x, double u, double uStar, double obukhov) {
        return ROOT_TWO_OVER_PI * uStar * (x / u) / Math.cbrt(1 + 0.7 * x / obukhov);
    }

    /** The two together: the lower the plume, the more it is the surface's (MFD 81). */
    static double stable(double elevated, double surface, double plumeHeight, double mixingHeight) {
        if (plumeHeight >= mixingHeight) {
            return elevated;
        }
        double aloft = plumeHeight / mixingHeight;
        return (1 - aloft) * surface + aloft * elevated;
    }

    /** α of MFD 82: plumes near the ground spread less. */
    static double alpha(double centroid, double mixingHeight) {
        return centroid < 0.1 * mixingHeight ? 0.6 + 0.4 * centroid / (0.1 * mixingHeight) : 1;
    }

    /** Surface part of a convective plume, σ_zg (MFD 83). */
    static double convectiveSurface(
            double x, double u, double uStar, double obukhov, double centroid, double mixingHeight) {
        if (centroid >= 0.1 * mixingHeight) {
            return 0;
        }
        double drag = uStar / u;
        return 0.5 * (1 - 10 * centroid / mixingHeight) * drag * drag * x * x / Math.abs(obukhov);
    }
}
