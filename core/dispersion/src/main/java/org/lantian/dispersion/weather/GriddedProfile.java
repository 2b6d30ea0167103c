package org.lantian.dispersion.weather;

/**
 * Wind, turbulence, potential temperature and its gradient of one hour on the {@link GridLevels}. Between levels every
 * value is linear in height; above 5000 m the highest layer is extended.
 *
 * <p>Layer means are exact integrals of those lines: running integrals are kept, so that a mean costs two look-ups however
 * thick the layer is.
 */
public final class GriddedProfile {

    private final double[] windSpeed;
    private final double[] windDirection;
    private final double[] sigmaV;
    private final double[] sigmaW;
    private final double[] gradient;
    private final double[] potentialTemperature;
    private final double[] windSpeedIntegral;
    private final double[] sigmaVIntegral;
    private final double[] sigmaWIntegral;
    private final double[] gradientIntegral;

    /** Takes the arrays as they are; each has one value per level. */
    GriddedProfile(
            double[] windSpeed,
            double[] windDirection,
            double[] sigmaV,
            double[] sigmaW,
            double[] gradient,
            double[] potentialTemperature) {
        this.windSpeed = windSpeed;
        this.windDirection = windDirection;
        this.sigmaV = sigmaV;
        this.sigmaW = sigmaW;
        this.gradient = gradient;
        this.potentialTemperature = potentialTemperature;
        this.windSpeedIntegral = integral(windSpeed);
        this.sigmaVIntegral = integral(sigmaV);
        this.sigmaWIntegral = integral(sigmaW);
        this.gradientIntegral = integral(gradient);
    }

    /** The same wind with other turbulence and temperature: a city's air at night. */
    GriddedProfile with(double[] newSigmaV, double[] newSigmaW, double[] newGradient, double[] newTemperature) {
        return new GriddedProfile(windSpeed, windDirection, newSigmaV, newSigmaW, newGradient, newTemperature);
    }

    private static double[] integral(double[] values) {
        double[] sum = new double[GridLevels.COUNT];
        for (int i = 1; i < GridLevels.COUNT; i++) {
            sum[i] = sum[i - 1] + 0.5 * (values[i] + values[i - 1]) * (GridLevels.height(i) - GridLevels.height(i - 1));
        }
        return sum;
    }

    /** u, m/s. */
    public double windSpeed(double z) {
        return at(windSpeed, GridLevels.layerOf(z), z);
    }

    /** σ_v, m/s. */
    public double sigmaV(double z) {
        return at(sigmaV, GridLevels.layerOf(z), z);
    }

    /** σ_w, m/s. */
    public double sigmaW(double z) {
        return at(sigmaW, GridLevels.layerOf(z), z);
    }

    /** Γ = ∂θ/∂z, K/m. */
    public double gradient(double z) {
        return at(gradient, GridLevels.layerOf(z), z);
    }

    /** θ, K. */
    public double potentialTemperature(double z) {
        return at(potentialTemperature, GridLevels.layerOf(z), z);
    }

    /** Direction from which the wind blows, degrees in (0, 360], along the shorter arc between levels. */
    public double windDirection(double z) {
        int layer = GridLevels.layerOf(z);
        double below = windDirection[layer];
        return onCircle(below + shorterArc(below, windDirection[layer + 1]) * fraction(layer, z));
    }

    /** Mean u of a layer, m/s. */
    public double meanWindSpeed(double bottom, double top) {
        return mean(windSpeed, windSpeedIntegral, bottom, top);
    }

    /** Mean σ_v of a layer, m/s. */
    public double meanSigmaV(double bottom, double top) {
        return mean(sigmaV, sigmaVIntegral, bottom, top);
    }

    /** Mean σ_w of a layer, m/s. */
    public double meanSigmaW(double bottom, double top) {
        return mean(sigmaW, sigmaWIntegral, bottom, top);
    }

    /** Mean Γ of a layer, K/m. */
    public double meanGradient(double bottom, double top) {
        return mean(gradient, gradientIntegral, bottom, top);
    }

    /** u at a level. */
    public double windSpeedAtLevel(int level) {
        return windSpeed[level];
    }

    /** Wind direction at a level. */
    public double windDirectionAtLevel(int level) {
        return windDirection[level];
    }

    /** σ_v at a level. */
    public double sigmaVAtLevel(int level) {
        return sigmaV[level];
    }

    /** σ_w at a level. */
    public double sigmaWAtLevel(int level) {
        return sigmaW[level];
    }

    /** Γ at a level. */
    public double gradientAtLevel(int level) {
        return gradient[level];
    }

    /** θ at a level. */
    public double potentialTemperatureAtLevel(int level) {
        return potentialTemperature[level];
    }

    private static double fraction(int layer, double z) {
        double bottom = GridLevels.height(layer);
        return (z - bottom) / (GridLevels.height(layer + 1) - bottom);
    }

    private static double at(double[] values, int layer, double z) {
        return values[layer] + (values[layer + 1] - values[layer]) * fraction(layer, z);
    }

    private static double mean(double[] values, double[] integral, double bottom, double top) {
        return (integralTo(values, integral, top) - integralTo(values, integral, bottom)) / (top - bottom);
    }

    private static double integralTo(double[] values, double[] integral, double z) {
        int layer = GridLevels.layerOf(z);
        double below = values[layer];
        return integral[layer] + 0.5 * (below + at(values, layer, z)) * (z - GridLevels.height(layer));
    }

    static double shorterArc(double from, double to) {
        double arc = to - from;
        return arc > 180 ? arc - 360 : arc < -180 ? arc + 360 : arc;
    }

    static double onCircle(double degrees) {
        return degrees > 360 ? degrees - 360 : degrees <= 0 ? degrees + 360 : degrees;
    }
}
