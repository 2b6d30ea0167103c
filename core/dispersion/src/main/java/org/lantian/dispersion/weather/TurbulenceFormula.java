package org.lantian.dispersion.weather;

/** Turbulence by similarity: MFD 36–43 (vertical), MFD 44–47 (lateral). Variances, m²/s². */
final class TurbulenceFormula {

    private static final double LEAST_SIGMA_W_PART = 1e-4;

    private TurbulenceFormula() {}

    /** Mechanical σ_v²: falls linearly to at most 0.25 m²/s² at z_im (MFD 46, 47). */
    static double lateralMechanical(double z, double uStar, double zim) {
        double ground = 3.6 * uStar * uStar;
        double aloft = Math.min(ground, 0.25);
        return z < zim ? ground + (aloft - ground) * z / zim : aloft;
    }

    /** Convective σ_v²: uniform to z_ic, then linearly to at most 0.25 m²/s² at 1.2 z_ic (MFD 45). */
    static double lateralConvective(double z, double wStar, double zic) {
        double mixed = 0.35 * wStar * wStar;
        double aloft = Math.min(mixed, 0.25);
        if (z <= zic) {
            return mixed;
        }
        return z < 1.2 * zic ? mixed + (aloft - mixed) * (z - zic) / (0.2 * zic) : aloft;
    }

    /** Convective σ_w² (MFD 37–39). */
    static double verticalConvective(double z, double wStar, double zic) {
        double w2 = wStar * wStar;
        double variance;
        if (z <= 0.1 * zic) {
            double cubeRoot = Math.cbrt(z / zic);
            variance = 1.6 * cubeRoot * cubeRoot * w2;
        } else {
            variance = 0.35 * w2 * (z <= zic ? 1 : Math.exp(-6 * (z - zic) / zic));
        }
        return Math.max(variance, LEAST_SIGMA_W_PART * LEAST_SIGMA_W_PART);
    }

    /**
     * Mechanical σ_w²: boundary layer and residual part (MFD 40–43).
     *
     * @param residualAtZi σ_w of the residual layer at z_i, m/s
     */
    static double verticalMechanical(double z, double uStar, double zi, double residualAtZi) {
        double boundary = z < zi ? 1.3 * uStar * Math.sqrt(1 - z / zi) : 0;
        double residual = residualAtZi * Math.min(1, z / zi);
        return Math.max(boundary * boundary + residual * residual, LEAST_SIGMA_W_PART * LEAST_SIGMA_W_PART);
    }
}
