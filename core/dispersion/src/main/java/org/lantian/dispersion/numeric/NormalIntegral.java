package org.lantian.dispersion.numeric;

/**
 * Φ, the standard normal distribution function, from a table: cubic between nodes 1/16 apart with the exact slope at each
 * node. Absolute error below 3e-8; beyond ±6.5 it is 0 or 1 (error below 5e-11).
 */
public final class NormalIntegral {

    private static final double FURTHEST = 6.5;
    private static final int PER_UNIT = 16;
    private static final int NODES = (int) (2 * FURTHEST * PER_UNIT) + 2;
    private static final double[] VALUE_AND_SLOPE = table();

    private static final double ROUNDED_FURTHEST = 3.9;
    private static final double[] ROUNDED = rounded();

    private NormalIntegral() {}

    /** Φ(x). */
    public static double phi(double x) {
        if (x >= FURTHEST) {
            return 1;
        }
        if (x <= -FURTHEST) {
            return 0;
        }
        double place = (x + FURTHEST) * PER_UNIT;
        int node = (int) place;
        double s = place - node;
        int i = 2 * node;
        double v0 = VALUE_AND_SLOPE[i];
        double m0 = VALUE_AND_SLOPE[i + 1];
        double v1 = VALUE_AND_SLOPE[i + 2];
        double m1 = VALUE_AND_SLOPE[i + 3];
        double rise = v1 - v0;
        return v0 + s * (m0 + s * (3 * rise - 2 * m0 - m1 + s * (m0 + m1 - 2 * rise)));
    }

    /** Φ(x) as AERMOD 24142 has it: linear between values in steps of 0.1 rounded to four digits, 0 or 1 beyond ±3.9. */
    public static double fourDigits(double x) {
        if (x >= ROUNDED_FURTHEST) {
            return 1;
        }
        if (x <= -ROUNDED_FURTHEST) {
            return 0;
        }
        double place = (x + ROUNDED_FURTHEST) * 10;
        int node = (int) place;
        return ROUNDED[node] + (ROUNDED[node + 1] - ROUNDED[node]) * (place - node);
    }

    private static double[] rounded() {
        double[] rounded = new double[80];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Math.rint(exact(-ROUNDED_FURTHEST + 0.1 * i) * 1e4) / 1e4;
        }
        return rounded;
    }

    private static double[] table() {
        double[] table = new double[2 * NODES];
        for (int i = 0; i < NODES; i++) {
            double x = -FURTHEST + (double) i / PER_UNIT;
            table[2 * i] = exact(x);
            table[2 * i + 1] = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) / PER_UNIT;
        }
        return table;
    }

    /** By the series for Φ − ½ near zero, by the continued fraction of the tail further out. */
    static double exact(double x) {
        double a = Math.abs(x);
        double density = Math.exp(-0.5 * a * a) / Math.sqrt(2 * Math.PI);
        double upper;
        if (a < 3) {
            double term = a;
            double sum = a;
            for (int n = 1; term > 1e-17 * sum; n++) {
                term *= a * a / (2 * n + 1);
                sum += term;
            }
            upper = 0.5 - density * sum;
        } else {
            double fraction = 0;
            for (int k = 60; k >= 1; k--) {
                fraction = k / (a + fraction);
            }
            upper = density / (a + fraction);
        }
        return x > 0 ? 1 - upper : upper;
    }
}
