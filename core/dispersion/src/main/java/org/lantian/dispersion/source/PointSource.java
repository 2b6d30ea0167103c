package org.lantian.dispersion.source;

import org.lantian.quantities.Check;

/**
 * Gas released from a stack.
 *
 * @param baseElevation m above sea level
 * @param releaseHeight h_s, m above the ground at the stack, 0–3000
 * @param temperature T_s of the gas, K; 0 means that of the ambient air, a negative value the excess over it
 * @param exitVelocity v_s, m/s, ≥ 0
 * @param diameter d of the outlet, m, &gt; 0
 * @param outlet how the gas leaves
 * @param tipDownwash whether slow gas is drawn down in the lee of a vertical outlet; that of a capped one always is, that
 *     of a horizontal one never
 */
public record PointSource(
        String id,
        PlanePoint location,
        double baseElevation,
        double releaseHeight,
        double temperature,
        double exitVelocity,
        double diameter,
        Outlet outlet,
        boolean tipDownwash)
        implements Source {

    /** How the gas leaves a stack. */
    public enum Outlet {
        VERTICAL,
        /** A rain cap takes the upward momentum. */
        CAPPED,
        /** The gas leaves sideways: no upward momentum, no stack-tip downwash. */
        HORIZONTAL
    }

    public PointSource {
        Check.that(!id.isBlank(), "a source needs an id");
        Check.inRange("baseElevation", baseElevation, -500, 9000);
        Check.inRange("releaseHeight", releaseHeight, 0, 3000);
        Check.inRange("temperature", temperature, -2000, 3000);
        Check.inRange("exitVelocity", exitVelocity, 0, 500);
        Check.that(diameter > 0 && diameter <= 200, "diameter is " + diameter + ", expected over 0 up to 200 m");
    }

    /** A stack with stack-tip downwash, the default. */
    public PointSource(
            String id,
            PlanePoint location,
            double baseElevation,
            double releaseHeight,
            double temperature,
            double exitVelocity,
            double diameter,
            Outlet outlet) {
        this(id, location, baseElevation, releaseHeight, temperature, exitVelocity, diameter, outlet, true);
    }

    /** The same stack with another gas, as hourly emission files give it. */
    public PointSource withGas(double newTemperature, double newExitVelocity) {
        return new PointSource(
                id,
                location,
                baseElevation,
                releaseHeight,
                newTemperature,
                newExitVelocity,
                diameter,
                outlet,
                tipDownwash);
    }
}
