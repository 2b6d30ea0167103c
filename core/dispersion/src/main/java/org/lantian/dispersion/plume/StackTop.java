package org.lantian.dispersion.plume;

import org.lantian.dispersion.weather.AirSample;
import org.lantian.dispersion.weather.BoundaryLayer;

/**
 * The air at the height of a release.
 *
 * @param height h_s, m
 * @param windSpeed u_s, m/s
 * @param sigmaV σ_vs, m/s
 * @param sigmaW σ_ws, m/s
 * @param gradient Γ_s, K/m
 * @param potentialTemperature θ_s, K
 * @param temperature T_a, K
 */
record StackTop(
        double height,
        double windSpeed,
        double sigmaV,
        double sigmaW,
        double gradient,
        double potentialTemperature,
        double temperature) {

    static StackTop at(double height, BoundaryLayer air) {
        AirSample sample = new AirSample();
        air.profile().sample(height, sample);
        return new StackTop(
                height,
                sample.windSpeed(),
                sample.sigmaV(),
                sample.sigmaW(),
                sample.gradient(),
                air.profile().potentialTemperature(height),
                air.temperature(height));
    }
}
