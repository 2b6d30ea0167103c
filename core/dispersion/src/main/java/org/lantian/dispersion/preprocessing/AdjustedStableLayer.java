package org.lantian.dispersion.preprocessing;

import static org.lantian.dispersion.preprocessing.SurfaceLayer.GRAVITY;
import static org.lantian.dispersion.preprocessing.SurfaceLayer.KARMAN;

import org.lantian.quantities.Check;

/**
 * u*, L and H of stable hours by Qian and Venkatram, Boundary-Layer Meteorol. 138 (2011) 475–491: more turbulence in weak
 * winds than {@link StableLayer} gives. AERMET does this under its option ADJ_U*; files made so say it in their header.
 */
public final class AdjustedStableLayer {

    /** θ* of all nights, K. */
    private static final double TEMPERATURE_SCALE = 0.08;
    /** A in L = A u*², s²/m. */
    private static final double LENGTH_FACTOR = 1100;
    /** Height by which the ground lifts the wind profile, in roughness lengths. */
    private static final double DISPLACEMENT = 5;

    private AdjustedStableLayer() {}

    /**
     * The surface layer of a stable hour.
     *
     * @param share of the night's θ* that is left, 0–1: see {@link StableLayer#shareUnderLowSun}
     */
    public static SurfaceLayer of(WindOverGround wind, double share) {
        Check.that(share > 0 && share <= 1, "share is " + share + ", expected 0–1");
        double drag = KARMAN / Math.log((wind.height() - DISPLACEMENT * wind.roughness()) / wind.roughness());
        double u0Squared = StableLayer.BETA * wind.height() / (KARMAN * LENGTH_FACTOR);
        double ratio = 2 * Math.sqrt(u0Squared / drag) / wind.speed();
        double frictionVelocity =
                drag * wind.speed() / 2 * (1 + Math.exp(-ratio * ratio / 2)) / (1 - Math.exp(-2 / ratio));
        double heat = Math.max(
                -StableLayer.GREATEST_LOSS, -wind.heatCapacity() * frictionVelocity * TEMPERATURE_SCALE * share);
        double byHeat =
                wind.heatCapacity() * wind.kelvin() * Math.pow(frictionVelocity, 3) / (KARMAN * GRAVITY * -heat);
        double length = Math.max(LENGTH_FACTOR * frictionVelocity * frictionVelocity, byHeat);
        return new SurfaceLayer(heat, frictionVelocity, SurfaceLayer.limited(length));
    }
}
