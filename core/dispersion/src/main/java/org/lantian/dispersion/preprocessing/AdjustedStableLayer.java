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
    /** Slope of the stable wind profile (Businger); with the displacement it fits the reference better than 5. */
    private static final double BETA = 4.7;
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
        double displaced = wind.height() - DISPLACEMENT * wind.roughness();
        double drag = KARMAN / Math.log(displaced / wind.roughness());
        double scale = TEMPERATURE_SCALE * share;
        double u0Squared = BETA * displaced * GRAVITY * scale / wind.kelvin();
        double ratio = 2 * Math.sqrt(u0Squared / drag) / wind.speed();
        double frictionVelocity =
                drag * wind.speed() / 2 * (1 + Math.exp(-ratio * ratio / 2)) / (1 - Math.exp(-2 / ratio));
        double weakWind = Math.min(1, 1 / ratio);
        double heat = Math.max(-StableLayer.GREATEST_LOSS, -wind.heatCapacity() * frictionVelocity * scale * weakWind);
        double byHeat =
                wind.heatCapacity() * wind.kelvin() * Math.pow(frictionVelocity, 3) / (KARMAN * GRAVITY * -heat);
        double length = Math.max(LENGTH_FACTOR * frictionVelocity * frictionVelocity, byHeat);
        return new SurfaceLayer(heat, frictionVelocity, SurfaceLayer.limited(length));
    }
}
