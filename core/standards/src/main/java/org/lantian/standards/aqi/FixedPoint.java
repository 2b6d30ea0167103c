package org.lantian.standards.aqi;

/**
 * Concentrations as whole numbers of ten-thousandths of their unit, so that index arithmetic is exact.
 *
 * <p>A concentration given as a {@code double} or {@code float} is read as the decimal with four decimals nearest to
 * it: {@code 2.2f} is 22,000. Instruments report at most three decimals.
 */
public final class FixedPoint {

    /** Ten-thousandths in one unit. */
    public static final int SCALE = 10_000;

    /** No concentration: absent, not a number, or below zero (an index of a negative value is not defined). */
    public static final int MISSING = -1;

    /** Greatest concentration held; whatever is above counts as this and lies beyond every breakpoint. */
    private static final double GREATEST = 200_000;

    private FixedPoint() {}

    /** The concentration in ten-thousandths, or {@link #MISSING}. */
    public static int of(double concentration) {
        if (!(concentration >= 0)) {
            return MISSING;
        }
        return (int) Math.round(Math.min(concentration, GREATEST) * SCALE);
    }
}
