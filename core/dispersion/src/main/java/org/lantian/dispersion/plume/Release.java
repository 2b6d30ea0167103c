package org.lantian.dispersion.plume;

import org.lantian.dispersion.weather.BoundaryLayer;

/**
 * Where and how large a plume begins.
 *
 * @param height h_s, m
 * @param startHeight h_s' after stack-tip downwash, m
 * @param initialVarianceY σ_y0², m²
 * @param initialVarianceZ σ_z0², m²
 * @param stack whether gas leaves a stack: only such a plume rises and may penetrate
 */
record Release(double height, double startHeight, double initialVarianceY, double initialVarianceZ, boolean stack) {

    private static final double HIGHEST_DIRECTION = 4000;

    static Release ofStack(double height, double startHeight) {
        return new Release(height, startHeight, 0, 0, true);
    }

    static Release ofCloud(double height, double sigmaY, double sigmaZ) {
        return new Release(height, height, sigmaY * sigmaY, sigmaZ * sigmaZ, false);
    }

    /** Wind direction halfway up the final rise, degrees. */
    double windDirection(BoundaryLayer air, double finalRise) {
        return air.profile().windDirection(Math.min(HIGHEST_DIRECTION, height + 0.5 * finalRise));
    }
}
