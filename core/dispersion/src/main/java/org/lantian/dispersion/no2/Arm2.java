package org.lantian.dispersion.no2;

import org.lantian.quantities.Check;

/**
 * Ambient ratio method 2: the ratio NO2/NOx falls with total NOx by a polynomial fitted to measurements (Podrez,
 * Atmospheric Environment 103, 2015).
 *
 * @param least least ratio, 0–1
 * @param greatest greatest ratio, least…1
 */
public record Arm2(double least, double greatest) implements No2Conversion {

    /** Coefficients of X⁶ … X⁰, X in µg/m³. */
    private static final double[] POLYNOMIAL = {
        -1.1723e-17, 4.2795e-14, -5.8345e-11, 3.4555e-08, -5.6062e-06, -2.7383e-03, 1.2441
    };

    public Arm2 {
        Check.inRange("least", least, 0, 1);
        Check.inRange("greatest", greatest, least, 1);
    }

    /**
     * NO2/NOx.
     *
     * @param totalNox of all sources, µg/m³ as NO2
     */
    public double ratio(double totalNox) {
        double value = 0;
        for (double coefficient : POLYNOMIAL) {
            value = value * totalNox + coefficient;
        }
        return Math.clamp(value, least, greatest);
    }

    @Override
    public void convert(double[][] nox, double ozone) {
        for (int receptor = 0; receptor < nox[0].length; receptor++) {
            double total = 0;
            for (double[] source : nox) {
                total += source[receptor];
            }
            double ratio = ratio(total);
            for (double[] source : nox) {
                source[receptor] *= ratio;
            }
        }
    }
}
