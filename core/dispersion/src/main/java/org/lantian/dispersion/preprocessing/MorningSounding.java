package org.lantian.dispersion.preprocessing;

import java.util.ArrayList;
import java.util.List;
import org.lantian.quantities.Check;

/**
 * Potential temperature over the station before the sun heats it: straight between the levels, above the last one with
 * {@link #SUBSTITUTE_GRADIENT}.
 */
public final class MorningSounding {

    /**
     * ∂θ/∂z where nothing was measured, K/m: the least gradient that AERMET puts above the mixing height, and the middle
     * of what the reference files of four places imply (docs/validation/meteorology.md).
     */
    public static final double SUBSTITUTE_GRADIENT = 0.005;

    /** Depth above the mixing height over which its gradient is taken, m (AERMET user's guide). */
    private static final double GRADIENT_DEPTH = 500;

    private static final double HIGHEST = 5000;

    private final double[] heights;
    private final double[] theta;

    private MorningSounding(double[] heights, double[] theta) {
        this.heights = heights;
        this.theta = theta;
    }

    /**
     * A measured level.
     *
     * @param height above the ground, m
     * @param potentialTemperature θ, K
     */
    public record Level(double height, double potentialTemperature) {}

    /** Where no sounding was taken: the same gradient at all heights. */
    public static MorningSounding substitute(double gradient) {
        Check.inRange("gradient", gradient, 0.001, 0.1);
        return new MorningSounding(new double[] {0, HIGHEST}, new double[] {0, gradient * HIGHEST});
    }

    /**
     * A measured sounding.
     *
     * @param levels at least two, from the lowest up, heights above the ground
     */
    public static MorningSounding of(List<Level> levels) {
        Check.that(levels.size() >= 2, "a sounding has at least two levels");
        List<Level> all = new ArrayList<>(levels);
        if (all.getFirst().height() > 0) {
            all.addFirst(new Level(0, all.getFirst().potentialTemperature()));
        }
        for (int i = 1; i < all.size(); i++) {
            Check.that(all.get(i).height() > all.get(i - 1).height(), "heights of a sounding increase");
        }
        Level last = all.getLast();
        if (last.height() < HIGHEST) {
            all.add(new Level(HIGHEST, last.potentialTemperature() + SUBSTITUTE_GRADIENT * (HIGHEST - last.height())));
        }
        return new MorningSounding(
                all.stream().mapToDouble(Level::height).toArray(),
                all.stream().mapToDouble(Level::potentialTemperature).toArray());
    }

    /**
     * Height to which this heat mixes (m): z θ(z) − ∫₀ᶻ θ dz' = heat (MFD 27, Carson 1973). At the least 1 m, at the most
     * 4000 m.
     *
     * @param heat (1 + 2A)/(ρ c_p) ∫ H dt, K m
     */
    public double mixedBy(double heat) {
        double low = 1;
        double high = 4000;
        if (needed(high) <= heat) {
            return high;
        }
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (needed(middle) < heat) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Mean ∂θ/∂z over the 500 m above a height, K/m, at least {@link #SUBSTITUTE_GRADIENT}. */
    public double gradientAbove(double height) {
        double gradient = (theta(height + GRADIENT_DEPTH) - theta(height)) / GRADIENT_DEPTH;
        return Math.max(SUBSTITUTE_GRADIENT, gradient);
    }

    /** Heat that mixes the air up to a height, K m. A layer that is unstable already needs none. */
    private double needed(double height) {
        double top = theta(height);
        double sum = 0;
        for (int i = 1; i < heights.length && heights[i - 1] < height; i++) {
            double upper = Math.min(heights[i], height);
            sum += (2 * top - theta[i - 1] - theta(upper)) / 2 * (upper - heights[i - 1]);
        }
        return Math.max(0, sum);
    }

    private double theta(double height) {
        int i = 1;
        while (i < heights.length - 1 && heights[i] < height) {
            i++;
        }
        double share = (height - heights[i - 1]) / (heights[i] - heights[i - 1]);
        return theta[i - 1] + share * (theta[i] - theta[i - 1]);
    }
}
