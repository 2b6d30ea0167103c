package org.lantian.dispersion.numeric;

/** erf by its series near zero and by a continued fraction further out; relative error below 1e-13. */
public final class ErrorFunction {

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ErrorFunction() {}

    /** erf(x). */
    public static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude >= 6) {
            return Math.signum(x);
        }
        double value = magnitude < 2.5 ? series(magnitude) : 1 - tail(magnitude);
        return x < 0 ? -value : value;
    }

    /** Abramowitz and Stegun 7.1.6. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > 1e-17 * sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
    }

    /** erfc, Abramowitz and Stegun 7.1.14. */
    private static double tail(double x) {
        double fraction = 0;
        for (int k = 60; k >= 1; k--) {
            fraction = 0.5 * k / (x + fraction);
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
    }
}
