package org.lantian.dispersion.weather;

/**
 * Wind and turbulence at a height or over a layer, never below the least values that plumes see. Reused from one look-up to
 * the next, because a run makes hundreds of millions of them.
 */
public final class AirSample {

    /** √2 times the least σ_v: slower air carries nothing. */
    private static final double LEAST_WIND_SPEED = 0.2828;

    private static final double LEAST_SIGMA_V = 0.2;
    private static final double LEAST_INTENSITY = 0.05;
    private static final double LEAST_SIGMA_W = 0.02;

    private double windSpeed;
    private double sigmaV;
    private double sigmaW;
    private double gradient;

    void set(double newWindSpeed, double newSigmaV, double newSigmaW, double newGradient) {
        windSpeed = Math.max(LEAST_WIND_SPEED, newWindSpeed);
        sigmaV = Math.max(Math.max(LEAST_SIGMA_V, LEAST_INTENSITY * windSpeed), newSigmaV);
        sigmaW = Math.max(LEAST_SIGMA_W, newSigmaW);
        gradient = newGradient;
    }

    /** u, m/s. */
    public double windSpeed() {
        return windSpeed;
    }

    /** σ_v, m/s. */
    public double sigmaV() {
        return sigmaV;
    }

    /** σ_w, m/s. */
    public double sigmaW() {
        return sigmaW;
    }

    /** Γ, K/m. */
    public double gradient() {
        return gradient;
    }
}
