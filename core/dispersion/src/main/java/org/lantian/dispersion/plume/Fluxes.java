package org.lantian.dispersion.plume;

import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.PointSource.Outlet;

/**
 * What lifts the gas of a stack, and where it starts.
 *
 * @param buoyancy F_b, m⁴/s³, ≥ 1e-10
 * @param momentum F_m, m⁴/s², ≥ 1e-10
 * @param height h_s' after stack-tip downwash, m
 */
record Fluxes(double buoyancy, double momentum, double height) {

    private static final double LEAST = 1e-10;

    /** Gas "of ambient temperature" is a little warmer, K: the reference's results show it. */
    private static final double AMBIENT_EXCESS = 1e-5;

    /** Upward velocity left to a capped or horizontal outlet, m/s. */
    private static final double NO_VELOCITY = 0.001;

    static Fluxes of(PointSource stack, StackTop top) {
        double ambient = top.temperature();
        double gas = gasTemperature(stack.temperature(), ambient);
        double v = stack.exitVelocity();
        double d = stack.diameter();
        boolean upward = stack.outlet() == Outlet.VERTICAL;
        double buoyancy = Constants.GRAVITY * v * d * d * (gas - ambient) / (4 * gas);
        // A diameter d√(v/0.001) lets the same volume out at 0.001 m/s.
        double momentum = (upward ? v * v : v * NO_VELOCITY) * d * d * ambient / (4 * gas);
        return new Fluxes(
                Math.max(LEAST, buoyancy),
                Math.max(LEAST, momentum),
                heightAfterDownwash(stack, upward ? v : NO_VELOCITY, top.windSpeed()));
    }

    private static double gasTemperature(double given, double ambient) {
        double gas = given == 0 ? ambient + AMBIENT_EXCESS : given < 0 ? ambient - given : given;
        return Math.max(gas, ambient);
    }

    /** Stack-tip downwash (EPA-454/B-95-003b). */
    private static double heightAfterDownwash(PointSource stack, double v, double windSpeed) {
        double h = stack.releaseHeight();
        boolean drawnDown = switch (stack.outlet()) {
            case VERTICAL -> stack.tipDownwash();
            // the reference draws capped stacks down even where NOSTD switches downwash off
            case CAPPED -> true;
            case HORIZONTAL -> false;
        };
        if (!drawnDown || v >= 1.5 * windSpeed) {
            return h;
        }
        return Math.max(0, h - 2 * stack.diameter() * (1.5 - v / windSpeed));
    }

    /** Distance to final rise in air that is not stable, m. */
    double neutralFinalDistance() {
        return buoyancy >= 55 ? 119 * Math.pow(buoyancy, 0.4) : 49 * Math.pow(buoyancy, 0.625);
    }
}
