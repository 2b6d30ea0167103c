package org.lantian.dispersion.weather;

/**
 * Wind, turbulence, potential temperature and its gradient of one hour on the {@link GridLevels}. Between levels every
 * value is linear in height; above 5000 m the highest layer is extended.
 *
 * <p>Layer means are exact integrals of those lines: running integrals are kept, so that a mean costs two look-ups however
 * thick the layer is. Values that are asked for together lie together.
 */
public final class GriddedProfile {

    private static final int STRIDE = 9;
    private static final int WIND = 0;
    private static final int SIGMA_V = 1;
    private static final int SIGMA_W = 2;
    private static final int GRADIENT = 3;
    private static final int INTEGRAL = 4;
    private static final int THETA = 8;

    private final double[] direction;
    private final double[] grid;

    /** One value per level in each array. */
    GriddedProfile(
            double[] windSpeed,
            double[] windDirection,
            double[] sigmaV,
            double[] sigmaW,
            double[] gradient,
            double[] potentialTemperature) {
        this.direction = windDirection;
        this.grid = new double[GridLevels.COUNT * STRIDE];
        put(WIND, windSpeed);
        put(SIGMA_V, sigmaV);
        put(SIGMA_W, sigmaW);
        put(GRADIENT, gradient);
        put(THETA, potentialTemperature);
        for (int quantity = 0; quantity < INTEGRAL; quantity++) {
            integrate(quantity);
        }
    }

    private void put(int quantity, double[] values) {
        for (int level = 0; level < GridLevels.COUNT; level++) {
            grid[level * STRIDE + quantity] = values[level];
        }
    }

    private void integrate(int quantity) {
        for (int level = 1; level < GridLevels.COUNT; level++) {
            int here = level * STRIDE + quantity;
            int below = here - STRIDE;
            grid[here + INTEGRAL] = grid[below + INTEGRAL]
                    + 0.5 * (grid[here] + grid[below]) * (GridLevels.height(level) - GridLevels.height(level - 1));
        }
    }

    /** u, m/s. */
    public double windSpeed(double z) {
        return at(WIND, z);
    }

    /** σ_v, m/s. */
    public double sigmaV(double z) {
        return at(SIGMA_V, z);
    }

    /** σ_w, m/s. */
    public double sigmaW(double z) {
        return at(SIGMA_W, z);
    }

    /** Γ = ∂θ/∂z, K/m. */
    public double gradient(double z) {
        return at(GRADIENT, z);
    }

    /** θ, K. */
    public double potentialTemperature(double z) {
        return at(THETA, z);
    }

    /** Direction from which the wind blows, degrees in (0, 360], along the shorter arc between levels. */
    public double windDirection(double z) {
        int layer = GridLevels.layerOf(z);
        double below = direction[layer];
        return onCircle(below + shorterArc(below, direction[layer + 1]) * fraction(layer, z));
    }

    /** Puts u, σ_v, σ_w and Γ at a height into the sample, within their limits. */
    public void sample(double z, AirSample into) {
        int layer = GridLevels.layerOf(z);
        double fraction = fraction(layer, z);
        int low = layer * STRIDE;
        into.set(
                line(low + WIND, fraction),
                line(low + SIGMA_V, fraction),
                line(low + SIGMA_W, fraction),
                line(low + GRADIENT, fraction));
    }

    /** Puts the means of u, σ_v, σ_w and Γ over a layer into the sample, within their limits; top over bottom. */
    public void mean(double bottom, double top, AirSample into) {
        double perMetre = 1 / (top - bottom);
        int lowLayer = GridLevels.layerOf(bottom);
        int highLayer = GridLevels.layerOf(top);
        double lowDepth = bottom - GridLevels.height(lowLayer);
        double highDepth = top - GridLevels.height(highLayer);
        double lowFraction = lowDepth * GridLevels.perMetre(lowLayer);
        double highFraction = highDepth * GridLevels.perMetre(highLayer);
        int low = lowLayer * STRIDE;
        int high = highLayer * STRIDE;
        into.set(
                (integral(high + WIND, highDepth, highFraction) - integral(low + WIND, lowDepth, lowFraction))
                        * perMetre,
                (integral(high + SIGMA_V, highDepth, highFraction) - integral(low + SIGMA_V, lowDepth, lowFraction))
                        * perMetre,
                (integral(high + SIGMA_W, highDepth, highFraction) - integral(low + SIGMA_W, lowDepth, lowFraction))
                        * perMetre,
                (integral(high + GRADIENT, highDepth, highFraction) - integral(low + GRADIENT, lowDepth, lowFraction))
                        * perMetre);
    }

    /** Mean u of a layer, m/s. */
    double meanWindSpeed(double bottom, double top) {
        return mean(WIND, bottom, top);
    }

    /** Mean σ_w of a layer, m/s. */
    double meanSigmaW(double bottom, double top) {
        return mean(SIGMA_W, bottom, top);
    }

    /** u at a level. */
    public double windSpeedAtLevel(int level) {
        return grid[level * STRIDE + WIND];
    }

    /** Wind direction at a level. */
    public double windDirectionAtLevel(int level) {
        return direction[level];
    }

    /** σ_v at a level. */
    public double sigmaVAtLevel(int level) {
        return grid[level * STRIDE + SIGMA_V];
    }

    /** σ_w at a level. */
    public double sigmaWAtLevel(int level) {
        return grid[level * STRIDE + SIGMA_W];
    }

    /** Γ at a level. */
    public double gradientAtLevel(int level) {
        return grid[level * STRIDE + GRADIENT];
    }

    /** θ at a level. */
    public double potentialTemperatureAtLevel(int level) {
        return grid[level * STRIDE + THETA];
    }

    private double at(int quantity, double z) {
        int layer = GridLevels.layerOf(z);
        return line(layer * STRIDE + quantity, fraction(layer, z));
    }

    private double mean(int quantity, double bottom, double top) {
        return (integralTo(quantity, top) - integralTo(quantity, bottom)) / (top - bottom);
    }

    private double integralTo(int quantity, double z) {
        int layer = GridLevels.layerOf(z);
        return integral(layer * STRIDE + quantity, z - GridLevels.height(layer), fraction(layer, z));
    }

    private static double fraction(int layer, double z) {
        return (z - GridLevels.height(layer)) * GridLevels.perMetre(layer);
    }

    private double line(int index, double fraction) {
        double below = grid[index];
        return below + (grid[index + STRIDE] - below) * fraction;
    }

    private double integral(int index, double depth, double fraction) {
        return grid[index + INTEGRAL] + 0.5 * (grid[index] + line(index, fraction)) * depth;
    }

    static double shorterArc(double from, double to) {
        double arc = to - from;
        return arc > 180 ? arc - 360 : arc < -180 ? arc + 360 : arc;
    }

    static double onCircle(double degrees) {
        return degrees > 360 ? degrees - 360 : degrees <= 0 ? degrees + 360 : degrees;
    }
}
