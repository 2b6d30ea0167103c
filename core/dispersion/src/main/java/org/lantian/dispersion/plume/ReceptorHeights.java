package org.lantian.dispersion.plume;

/**
 * Where a receptor stands as one source sees it.
 *
 * @param aboveBase z_r, height above the source's base, m; negative below it
 * @param aboveGround z_p, height above the ground at the receptor, m
 * @param hillAboveBase height scale of the hill above the source's base, m
 * @param groundAboveBase elevation of the ground above the source's base, m
 * @param elevated whether terrain counts
 */
public record ReceptorHeights(
        double aboveBase, double aboveGround, double hillAboveBase, double groundAboveBase, boolean elevated) {

    /** Flat ground: only the flagpole counts. */
    public static ReceptorHeights flat(double flagpole) {
        return new ReceptorHeights(flagpole, flagpole, 0, 0, false);
    }
}
