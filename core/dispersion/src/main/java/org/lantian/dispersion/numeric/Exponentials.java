package org.lantian.dispersion.numeric;

/**
 * Exponentials side by side. Each is a polynomial of x/256, squared eight times: multiplications and additions only,
 * without branch, table or shift of bits, so that the compiler puts as many values into one instruction as the processor
 * takes. Relative error below 3e-13 for |x| ≤ 80 and below 1e-11 for |x| ≤ 128; below −128 it stays at e⁻¹²⁸.
 */
public final class Exponentials {

    private static final double LEAST = -128;

    private Exponentials() {}

    /** Replaces the first so many values by their exponentials. */
    public static void ofAll(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            double x = Math.max(LEAST, values[i]) * (1.0 / 256);
            double x2 = x * x;
            double x4 = x2 * x2;
            // Taylor to x¹², summed in pairs
            double low = (1 + x) + x2 * (1.0 / 2 + x * (1.0 / 6));
            double middle = (1.0 / 24 + x * (1.0 / 120)) + x2 * (1.0 / 720 + x * (1.0 / 5040));
            double high = (1.0 / 40320 + x * (1.0 / 362880)) + x2 * (1.0 / 3628800 + x * (1.0 / 39916800));
            double power = low + x4 * (middle + x4 * (high + x4 * (1.0 / 479001600)));
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            values[i] = power * power;
        }
    }
}
