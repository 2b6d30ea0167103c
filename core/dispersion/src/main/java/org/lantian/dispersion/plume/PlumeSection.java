package org.lantian.dispersion.plume;

/**
 * A plume at one distance as one receptor meets it: everything of the concentration but the lateral term. Stable plumes
 * have one part; convective ones may have a penetrated part beside it. Reused from one receptor to the next.
 */
public final class PlumeSection {

    double sigmaY;
    double dilution;
    double penetratedSigmaY;
    double penetratedDilution;
    double meanderShare;
    double windSpeed;

    /** Sets all of it. */
    public void set(
            double newSigmaY,
            double newDilution,
            double newPenetratedSigmaY,
            double newPenetratedDilution,
            double newMeanderShare,
            double newWindSpeed) {
        sigmaY = newSigmaY;
        dilution = newDilution;
        penetratedSigmaY = newPenetratedSigmaY;
        penetratedDilution = newPenetratedDilution;
        meanderShare = newMeanderShare;
        windSpeed = newWindSpeed;
    }

    /** σ_y of the main part, m. */
    public double sigmaY() {
        return sigmaY;
    }

    /** Vertical term over wind speed of the main part, weighted over terrain, s/m². */
    public double dilution() {
        return dilution;
    }

    /** σ_y of the penetrated part, m. */
    public double penetratedSigmaY() {
        return penetratedSigmaY;
    }

    /** Vertical term over wind speed of the penetrated part, s/m². */
    public double penetratedDilution() {
        return penetratedDilution;
    }

    /** f_r. */
    public double meanderShare() {
        return meanderShare;
    }

    /** ũ of the parts by their shares, m/s: what decays on the way travels with it. */
    public double windSpeed() {
        return windSpeed;
    }
}
