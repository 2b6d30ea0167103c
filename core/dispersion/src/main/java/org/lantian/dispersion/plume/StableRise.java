package org.lantian.dispersion.plume;

import org.lantian.dispersion.weather.AirSample;
import org.lantian.dispersion.weather.BoundaryLayer;

/** Rise of a plume in stable air (MFD 95–100): the air halfway up is that of the mean between stack top and there. */
final class StableRise {

    private static final int FINAL_ROUNDS = 5;
    private static final int LEAST_ROUNDS = 5;
    private static final int MOST_ROUNDS = 10;

    private final Fluxes fluxes;
    private final StackTop top;
    private final BoundaryLayer air;
    private final AirSample sample = new AirSample();
    private final ConvectiveRise neutral;
    private final double neutralDistance;
    private final double finalRise;
    private final double finalDistance;

    /** Wind u_p that carries the rising plume, m/s. */
    private double windSpeed;
    /** N, 1/s. */
    private double frequency;

    StableRise(Fluxes fluxes, StackTop top, BoundaryLayer air) {
        this.fluxes = fluxes;
        this.top = top;
        this.air = air;
        this.neutral = ConvectiveRise.of(fluxes, top.windSpeed(), 0, 0);
        this.neutralDistance = fluxes.neutralFinalDistance();
        stackTopAir();
        double rise = iterateFinal();
        this.finalDistance = distanceToFinalRise();
        this.finalRise = urbanLimit(rise);
    }

    /** Final rise, m. */
    double finalRise() {
        return finalRise;
    }

    /** Rise at a distance, m. */
    double at(double x) {
        if (x >= finalDistance) {
            return finalRise;
        }
        stackTopAir();
        double rise = limitedRise(x);
        boolean settled = false;
        double previous = rise;
        for (int round = 1; round <= MOST_ROUNDS && !settled; round++) {
            previous = rise;
            airHalfwayUp(rise);
            rise = limitedRise(x);
            settled = round >= LEAST_ROUNDS && Math.abs(previous - rise) < 0.001 * rise;
        }
        if (!settled) {
            rise = 0.5 * (previous + rise);
        }
        return Math.min(Math.min(rise, neutral.direct(x)), finalRise);
    }

    private double iterateFinal() {
        double rise = finalRiseNow();
        double previous = rise;
        for (int round = 1; round <= FINAL_ROUNDS; round++) {
            previous = rise;
            airHalfwayUp(rise);
            rise = finalRiseNow();
            if (Math.abs(previous - rise) < 0.01 * rise) {
                return rise;
            }
        }
        return 0.5 * (previous + rise);
    }

    /** The smallest of four final rises: stable, neutral, unstable and calm. */
    private double finalRiseNow() {
        double n2 = frequency * frequency;
        double stable = 2.66 * Math.cbrt(fluxes.buoyancy() / (n2 * windSpeed));
        double unstable = ConvectiveRise.direct(fluxes, windSpeed, neutralDistance);
        double calm = 4 * Math.pow(fluxes.buoyancy(), 0.25) / Math.pow(frequency, 0.75);
        return Math.min(Math.min(stable, neutralLimit()), Math.min(unstable, calm));
    }

    /** Rise that a neutral layer allows, m. */
    private double neutralLimit() {
        double uStar = air.frictionVelocity();
        double l = fluxes.buoyancy() / (windSpeed * uStar * uStar);
        return 1.2 * Math.pow(l, 0.6) * Math.pow(fluxes.height() + 1.2 * l, 0.4);
    }

    private double limitedRise(double x) {
        // The final distance is a half turn at most and a quarter turn at least: mostly there is no need of the angle.
        double quarterTurn = 0.5 * Math.PI * windSpeed / (0.7 * frequency);
        double distance = x <= quarterTurn ? x : Math.min(x, distanceToFinalRise());
        return Math.min(Math.min(transitional(distance), finalRise), neutralLimit());
    }

    /** MFD 96. */
    private double transitional(double x) {
        double n = 0.7 * frequency;
        double angle = n * x / windSpeed;
        double momentum = n * fluxes.momentum() / fluxes.buoyancy() * Math.sin(angle);
        double bracket = momentum + 1 - Math.cos(angle);
        if (bracket <= 0) {
            bracket = momentum;
        }
        return 2.66 * Math.cbrt(fluxes.buoyancy() / (frequency * frequency * windSpeed) * bracket);
    }

    /** MFD 98; the angle lies in the second quadrant, mostly near the half turn. */
    private double distanceToFinalRise() {
        double n = 0.7 * frequency;
        double ratio = fluxes.momentum() * n / fluxes.buoyancy();
        return windSpeed * (Math.PI - arcTangent(ratio)) / n;
    }

    private static double arcTangent(double ratio) {
        if (ratio > 0.05) {
            return Math.atan(ratio);
        }
        // The series' next term is below 1e-15.
        double r2 = ratio * ratio;
        return ratio * (1 - r2 * (1.0 / 3 - r2 * (1.0 / 5 - r2 * (1.0 / 7 - r2 / 9))));
    }

    private void stackTopAir() {
        windSpeed = top.windSpeed();
        frequency = Constants.frequency(top.gradient(), top.potentialTemperature());
    }

    private void airHalfwayUp(double rise) {
        double z = fluxes.height() + 0.5 * rise;
        air.profile().sample(z, sample);
        windSpeed = 0.5 * (top.windSpeed() + sample.windSpeed());
        double gradient = 0.5 * (top.gradient() + sample.gradient());
        double theta = 0.5 * (top.potentialTemperature() + air.profile().potentialTemperature(z));
        frequency = Constants.frequency(gradient, theta);
    }

    /** Over a city at night the plume may pass the top of the stirred layer as it does by day. */
    private double urbanLimit(double rise) {
        double zi = air.mixingHeight();
        if (!air.urbanNight() || fluxes.height() >= zi || zi > fluxes.height() + rise) {
            return rise;
        }
        double n2 = Constants.GRAVITY / air.profile().potentialTemperature(zi) * 0.005;
        Penetration penetration = Penetration.of(fluxes, top.windSpeed(), zi, n2);
        return penetration.fraction() > 0 ? penetration.plumeHeight() - fluxes.height() : rise;
    }
}
