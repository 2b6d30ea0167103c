package org.lantian.dispersion.preprocessing;

/**
 * Height to which the wind alone mixes (MFD 25–26, after Venkatram 1980): z_im = 2400 u*^1.5, followed with a delay.
 *
 * <p>The formulation document says 2300; the reference files follow 2400 to the last digit, see
 * docs/validation/meteorology.md.
 */
public final class MechanicalMixing {

    private static final double FACTOR = 2400;
    private static final double GREATEST = 4000;
    /** β_τ in the time scale τ = z_im/(β_τ u*). */
    private static final double BETA_TAU = 2;

    private MechanicalMixing() {}

    /** Height in a steady wind, m, at most 4000. */
    public static double equilibrium(double frictionVelocity) {
        return Math.min(GREATEST, FACTOR * Math.pow(frictionVelocity, 1.5));
    }

    /**
     * Height at the end of an hour, m.
     *
     * @param before height an hour before, m; NaN when it is not known: then the equilibrium
     */
    public static double after(double before, double frictionVelocity) {
        double equilibrium = equilibrium(frictionVelocity);
        if (Double.isNaN(before)) {
            return equilibrium;
        }
        double tau = before / (BETA_TAU * frictionVelocity);
        double kept = Math.exp(-3600 / tau);
        return before * kept + equilibrium * (1 - kept);
    }
}
