package org.lantian.dispersion.preprocessing;

import static org.lantian.dispersion.preprocessing.SurfaceLayer.GRAVITY;
import static org.lantian.dispersion.preprocessing.SurfaceLayer.KARMAN;

import org.lantian.quantities.Check;

/**
 * u*, L and H when the ground cools the air, from wind and cloud alone: Venkatram, Boundary-Layer Meteorol. 18 (1980)
 * 481–485, and van Ulden and Holtslag, J. Climate Appl. Meteor. 24 (1985) 1196–1207 (MFD 12–20).
 */
public final class StableLayer {

    /** Slope of the stable wind profile. 5, not the 4.7 of Businger: see docs/validation/meteorology.md. */
    static final double BETA = 5;
    /** The downward heat flux is not taken beyond it, W/m² (Cimorelli et al. 2005). */
    static final double GREATEST_LOSS = 64;

    private StableLayer() {}

    /**
     * θ* of a night under this cloud, K.
     *
     * @param cloud covered share, 0…1
     */
    public static double temperatureScale(double cloud) {
        return 0.09 * (1 - 0.5 * cloud * cloud);
    }

    /**
     * Share of the night's θ* that is left while the sun is up but below the critical elevation: 1 − (φ/φ_crit)²
     * (after Holtslag and
     * van Ulden; see docs/validation/meteorology.md), so that H reaches zero where the energy balance does.
     */
    public static double shareUnderLowSun(double elevationDegrees, double criticalDegrees) {
        if (elevationDegrees <= 0) {
            return 1;
        }
        double ratio = elevationDegrees / criticalDegrees;
        return Math.max(0, 1 - ratio * ratio);
    }

    /**
     * The surface layer with this temperature scale.
     *
     * @param temperatureScale θ* > 0, K
     */
    public static SurfaceLayer of(WindOverGround wind, double temperatureScale) {
        return of(wind, temperatureScale, BETA);
    }

    /**
     * The same with another slope of the wind profile, to see what it changes.
     *
     * @param beta β_m, usually {@link #BETA}
     */
    public static SurfaceLayer of(WindOverGround wind, double temperatureScale, double beta) {
        Check.that(temperatureScale > 0, "temperature scale is " + temperatureScale + ", expected more than 0");
        double drag = KARMAN / wind.logarithm();
        double u0Squared = beta * wind.height() * GRAVITY * temperatureScale / wind.kelvin();
        double criticalSpeed = 2 * Math.sqrt(u0Squared / drag);
        double share = Math.min(1, wind.speed() / criticalSpeed);
        double scale = temperatureScale * share;
        double frictionVelocity = share < 1
                ? drag * criticalSpeed / 2 * share
                : drag * wind.speed() / 2 * (1 + Math.sqrt(1 - square(criticalSpeed / wind.speed())));
        double greatestProduct = GREATEST_LOSS / wind.heatCapacity();
        if (frictionVelocity * scale > greatestProduct) {
            frictionVelocity = underGreatestLoss(wind, drag, greatestProduct, frictionVelocity, beta);
            scale = greatestProduct / frictionVelocity;
        }
        double length = wind.kelvin() * frictionVelocity * frictionVelocity / (KARMAN * GRAVITY * scale);
        return new SurfaceLayer(
                -wind.heatCapacity() * frictionVelocity * scale, frictionVelocity, SurfaceLayer.limited(length));
    }

    /**
     * u* when u* θ* is held: the larger root of u*³ − C_D u u*² + C_D β z g (u* θ*)/T = 0 by Newton's method from above.
     */
    private static double underGreatestLoss(
            WindOverGround wind, double drag, double product, double start, double beta) {
        double a = drag * wind.speed();
        double b = drag * beta * wind.height() * GRAVITY * product / wind.kelvin();
        double x = Math.max(start, a);
        for (int step = 0; step < 60; step++) {
            double next = x - (x * x * x - a * x * x + b) / (3 * x * x - 2 * a * x);
            if (Math.abs(next - x) < 1e-12 * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static double square(double x) {
        return x * x;
    }
}
