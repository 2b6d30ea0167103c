package org.lantian.dispersion;

import org.lantian.dispersion.kernel.Numerics;
import org.lantian.quantities.Check;

/**
 * How a run is done.
 *
 * @param elevated whether receptor elevations and hill heights count; flat otherwise (flagpoles always count)
 * @param perSource whether the sink gets each source's share beside the groups
 * @param unitEmission the shares are per unit emission (1 g/s, or 1 g/(s·m²)) instead of times the hour's rate
 * @param threads hours that are computed at the same time, 1–1024; results do not depend on it
 * @param numerics how exactly
 */
public record DispersionOptions(
        boolean elevated, boolean perSource, boolean unitEmission, int threads, Numerics numerics) {

    public DispersionOptions {
        Check.inRange("threads", threads, 1, 1024);
        Check.that(!unitEmission || perSource, "unit emissions are given per source only");
    }

    /** With the engine's own numerics. */
    public DispersionOptions(boolean elevated, boolean perSource, boolean unitEmission, int threads) {
        this(elevated, perSource, unitEmission, threads, Numerics.STANDARD);
    }

    /** Flat ground, groups only, all processors. */
    public static DispersionOptions standard() {
        return new DispersionOptions(false, false, false, Runtime.getRuntime().availableProcessors());
    }
}
