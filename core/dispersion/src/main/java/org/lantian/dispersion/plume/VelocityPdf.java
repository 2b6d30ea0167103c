package org.lantian.dispersion.plume;

/**
 * The two Gaussians, updraft and downdraft, that make up the vertical velocities of a convective layer (Weil, Corio and
 * Brower 1997; MFD 66–72), with R = σ/|w̄| = 2. Reused from one receptor to the next.
 */
final class VelocityPdf {

    private static final double R = 2;
    private static final double ALPHA = (1 + R * R) / (1 + 3 * R * R);
    private static final double BETA = 1 + R * R;

    private double updraft;
    private double downdraft;
    private double updraftShare;

    /** Sets the distribution for σ_w and the height of the plume's centre. */
    void set(double sigmaW, double wStar, double centroid, double mixingHeight) {
        boolean surface = centroid < 0.1 * mixingHeight;
        double skewness = (surface ? 1.25 * centroid / mixingHeight : 0.125) * cube(wStar / sigmaW);
        double mean = ALPHA * skewness;
        double spread = Math.sqrt(mean * mean + 4 / BETA);
        double scale = 0.5 * sigmaW / wStar;
        updraft = scale * (mean + spread);
        downdraft = scale * (mean - spread);
        updraftShare = downdraft / (downdraft - updraft);
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** a₁ &gt; 0, mean updraft over w*. */
    double updraft() {
        return updraft;
    }

    /** a₂ &lt; 0, mean downdraft over w*. */
    double downdraft() {
        return downdraft;
    }

    /** b₁ = R a₁, spread of updrafts over w*. */
    double updraftSpread() {
        return R * updraft;
    }

    /** b₂ = −R a₂, spread of downdrafts over w*. */
    double downdraftSpread() {
        return -R * downdraft;
    }

    /** λ₁, share of updrafts. */
    double updraftShare() {
        return updraftShare;
    }
}
