package org.lantian.dispersion.plume;

import org.lantian.dispersion.numeric.ErrorFunction;
import org.lantian.dispersion.weather.GridLevels;
import org.lantian.dispersion.weather.GriddedProfile;

/**
 * The height below which stable air flows around a hill instead of over it (MFD 60–61): there the kinetic energy of the
 * wind just lifts the air to the hill's height.
 */
final class DividingStreamline {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double TOLERANCE = 1e-6;

    private DividingStreamline() {}

    /**
     * H_c, m above the source's base.
     *
     * @param hill height to be passed, m above the base
     */
    static double height(GriddedProfile profile, double hill) {
        if (hill <= 0) {
            return 0;
        }
        int topLayer = Math.min(GridLevels.layerOf(hill), GridLevels.COUNT - 2);
        double top = hill;
        double speedAtTop = profile.windSpeed(hill);
        double gradientAtTop = profile.gradient(hill);
        double thetaAtTop = profile.potentialTemperature(hill);
        double integral = 0;
        double critical = 0;
        boolean lowestReached = false;
        for (int layer = topLayer; layer >= 0; layer--) {
            double bottom = GridLevels.height(layer);
            if (bottom >= top) {
                continue;
            }
            double speed = profile.windSpeedAtLevel(layer);
            double gradient = profile.gradientAtLevel(layer);
            double theta = profile.potentialTemperatureAtLevel(layer);
            double n2 = Constants.GRAVITY / (0.5 * (theta + thetaAtTop)) * (0.5 * (gradient + gradientAtTop));
            double middle = 0.5 * (top + bottom);
            double below = integral + n2 * (hill - middle) * (top - bottom);
            boolean topPasses = 0.5 * speedAtTop * speedAtTop >= integral;
            boolean bottomPasses = 0.5 * speed * speed >= below;
            if (topPasses && !bottomPasses) {
                critical = inLayer(top, bottom, speedAtTop, speed, integral, n2, hill);
            }
            if (layer == 0) {
                lowestReached = bottomPasses;
            }
            top = bottom;
            speedAtTop = speed;
            gradientAtTop = gradient;
            thetaAtTop = theta;
            integral = below;
        }
        return lowestReached ? 0 : critical;
    }

    /** Wind linear and N² constant in the layer make a quadratic in H_c. */
    private static double inLayer(
            double top,
            double bottom,
            double speedAtTop,
            double speedAtBottom,
            double integral,
            double n2,
            double hill) {
        double s = (speedAtTop - speedAtBottom) / (top - bottom);
        double a = 0.5 * (n2 - s * s);
        double b = top * s * s - speedAtTop * s - n2 * hill;
        double c = n2 * hill * top
                - 0.5 * n2 * top * top
                - 0.5 * s * s * top * top
                + speedAtTop * s * top
                - (0.5 * speedAtTop * speedAtTop - integral);
        double discriminant = Math.max(0, b * b - 4 * a * c);
        return (-b - Math.sqrt(discriminant)) / (2 * a);
    }

    /** φ_p, the part of a plume's mass below H_c (MFD 61). */
    static double massBelow(double critical, double height, double lid, double sigma) {
        double h = Math.min(lid, critical);
        if (h <= 0) {
            return 0;
        }
        double scale = 1 / (ROOT_TWO * sigma);
        double sum = ErrorFunction.erf((h - height) * scale) + ErrorFunction.erf((h + height) * scale);
        for (int n = 1; n <= 100; n++) {
            double shift = 2 * n * lid;
            double term = ErrorFunction.erf((h - height + shift) * scale)
                    + ErrorFunction.erf((h - height - shift) * scale)
                    + ErrorFunction.erf((h + height + shift) * scale)
                    + ErrorFunction.erf((h + height - shift) * scale);
            sum += term;
            if (Math.abs(term) <= TOLERANCE * Math.abs(sum) && n >= 5) {
                break;
            }
        }
        double mass = 0.5 * sum;
        return mass > 1.01 ? 1 : mass;
    }
}
