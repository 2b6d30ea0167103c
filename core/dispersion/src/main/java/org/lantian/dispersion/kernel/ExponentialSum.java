package org.lantian.dispersion.kernel;

import org.lantian.dispersion.numeric.Exponentials;

/** Terms factor · e^exponent, gathered so that their exponentials are computed side by side, then added up by receptor. */
final class ExponentialSum {

    private final double[] exponents;
    private final double[] factors;
    private final int[] receptors;
    private int count;

    ExponentialSum(int capacity) {
        exponents = new double[capacity];
        factors = new double[capacity];
        receptors = new int[capacity];
    }

    void clear() {
        count = 0;
    }

    void add(double exponent, double factor, int receptor) {
        exponents[count] = exponent;
        factors[count] = factor;
        receptors[count] = receptor;
        count++;
    }

    /** Adds all terms to the receptors' values. */
    void addTo(double[] values) {
        Exponentials.ofAll(exponents, count);
        for (int k = 0; k < count; k++) {
            values[receptors[k]] += factors[k] * exponents[k];
        }
    }
}
