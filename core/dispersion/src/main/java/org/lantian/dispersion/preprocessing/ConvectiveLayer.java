package org.lantian.dispersion.preprocessing;

import static org.lantian.dispersion.preprocessing.SurfaceLayer.GRAVITY;
import static org.lantian.dispersion.preprocessing.SurfaceLayer.KARMAN;

import org.lantian.quantities.Check;

/**
 * u* and L under a positive heat flux: the logarithmic profile with the stability function of Panofsky and Dutton (1984)
 * and the definition of L, solved together (MFD 7–11; Cimorelli et al. 2005, eq. 1–3).
 */
public final class ConvectiveLayer {

    private static final int MOST_STEPS = 100;
    private static final double PRECISION = 1e-6;

    private ConvectiveLayer() {}

    /**
     * The surface layer under this heat flux.
     *
     * @param heat H > 0, W/m²
     */
    public static SurfaceLayer of(WindOverGround wind, double heat) {
        Check.that(heat > 0, "heat flux is " + heat + ", expected more than 0");
        double length = Double.NEGATIVE_INFINITY;
        double frictionVelocity = KARMAN * wind.speed() / wind.logarithm();
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = obukhovLength(wind, heat, frictionVelocity);
            frictionVelocity = frictionVelocity(wind, next);
            if (Math.abs(next - length) < PRECISION * Math.abs(next)) {
                break;
            }
            length = next;
        }
        return new SurfaceLayer(
                heat, frictionVelocity, SurfaceLayer.limited(obukhovLength(wind, heat, frictionVelocity)));
    }

    /** L = −ρ c_p T u*³/(k g H). */
    private static double obukhovLength(WindOverGround wind, double heat, double frictionVelocity) {
        return -wind.heatCapacity() * wind.kelvin() * Math.pow(frictionVelocity, 3) / (KARMAN * GRAVITY * heat);
    }

    private static double frictionVelocity(WindOverGround wind, double length) {
        return frictionVelocity(wind.speed(), wind.height(), wind.roughness(), length);
    }

    /** u* of a wind at a height under L < 0: k u = u* [ln(z/z₀) − ψ(z/L) + ψ(z₀/L)]. */
    static double frictionVelocity(double speed, double height, double roughness, double length) {
        return KARMAN * speed / (Math.log(height / roughness) - psi(height / length) + psi(roughness / length));
    }

    /** ψ_m of z/L < 0. */
    private static double psi(double ratio) {
        double mu = Math.pow(1 - 16 * ratio, 0.25);
        return 2 * Math.log((1 + mu) / 2) + Math.log((1 + mu * mu) / 2) - 2 * Math.atan(mu) + Math.PI / 2;
    }

    /**
     * w* = (g H z_ic/(ρ c_p T))^⅓ (MFD 24, Deardorff 1970), m/s.
     *
     * @param mixingHeight z_ic, m
     */
    public static double velocityScale(double heat, double mixingHeight, double pressureHpa, double kelvin) {
        double heatCapacity = SurfaceLayer.airDensity(pressureHpa, kelvin) * SurfaceLayer.HEAT_CAPACITY;
        return Math.cbrt(GRAVITY * heat * mixingHeight / (heatCapacity * kelvin));
    }
}
