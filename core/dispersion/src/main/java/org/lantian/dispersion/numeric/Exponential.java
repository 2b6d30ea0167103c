package org.lantian.dispersion.numeric;

/**
 * eˣ by range reduction and a polynomial: no branch and no table, so that the compiler can put several into one vector
 * register. Relative error below 1e-15 for −700 ≤ x ≤ 700; below −700 it stays at e⁻⁷⁰⁰.
 */
public final class Exponential {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double LEAST = -700;

    /** Adding it puts the nearest integer into the lowest bits. */
    private static final double ROUNDER = 0x1.8p52;

    private Exponential() {}

    /** eˣ. */
    public static double of(double x) {
        double bounded = Math.max(LEAST, x);
        double rounded = bounded * LOG2_E + ROUNDER;
        double n = rounded - ROUNDER;
        double r = (bounded - n * LN2_HIGH) - n * LN2_LOW;
        double r2 = r * r;
        double r4 = r2 * r2;
        // Taylor to r¹², summed in pairs
        double low = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6));
        double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
        double power = low + r4 * (middle + r4 * (high + r4 * (1.0 / 479001600)));
        long scale = (Double.doubleToRawLongBits(rounded) + 1023) << 52;
        return power * Double.longBitsToDouble(scale);
    }

    /** Replaces the first so many values by their exponentials. */
    public static void ofAll(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = of(values[i]);
        }
    }
}
