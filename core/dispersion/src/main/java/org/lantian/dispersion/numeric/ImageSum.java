package org.lantian.dispersion.numeric;

/**
 * Σ exp(−(a + n d)²/2) over n = 0, 1, 2, …: a source and its images in ground and lid, distances in units of σ.
 *
 * <p>Three ways by the spacing of the images: far apart, term by term; nearer, each term from the one before (two
 * multiplications instead of an exponential); close together, the integral with the corrections of Euler and Maclaurin.
 * Relative error below 3e-6, near that of the sum's own cut-off in the published model, where the sum exceeds 1e-20.
 */
public final class ImageSum {

    private static final double FAR = 3;
    private static final double CLOSE = 0.5;
    private static final double FURTHEST = 10;
    private static final double REACH_OF_INTEGRAL = 2;
    private static final double NEGLIGIBLE = 1e-9;

    /** A term is left out when its distance squared exceeds the nearest one's by so much: e⁻²⁰ = 2e-9 of that term. */
    private static final double NEGLIGIBLE_SQUARE = 40;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private ImageSum() {}

    /**
     * The sum.
     *
     * @param a first distance over σ
     * @param d spacing over σ, &gt; 0
     */
    public static double of(double a, double d) {
        if (d >= FAR) {
            return termByTerm(a, d);
        }
        if (d <= CLOSE && Math.abs(a) <= REACH_OF_INTEGRAL) {
            return byIntegral(a, d);
        }
        return byRecurrence(a, d);
    }

    private static double termByTerm(double a, double d) {
        double t = a < -FURTHEST ? a + d * Math.ceil((-FURTHEST - a) / d) : a;
        double sum = 0;
        double nearest = FURTHEST * FURTHEST;
        while (t < FURTHEST && (t < 0 || t * t < nearest + NEGLIGIBLE_SQUARE)) {
            sum += Math.exp(-0.5 * t * t);
            nearest = Math.min(nearest, t * t);
            t += d;
        }
        return sum;
    }

    private static double byRecurrence(double a, double d) {
        double t = a < -FURTHEST ? a + d * Math.ceil((-FURTHEST - a) / d) : a;
        if (t >= FURTHEST) {
            return 0;
        }
        double term = Math.exp(-0.5 * t * t);
        double ratio = Math.exp(-d * (t + 0.5 * d));
        double shrink = Math.exp(-d * d);
        double sum = term;
        while (ratio >= 1 || term > NEGLIGIBLE * sum) {
            term *= ratio;
            ratio *= shrink;
            sum += term;
        }
        return sum;
    }

    /** ∫/d + g/2 − d g′/12 + d³ g‴/720 − d⁵ g⁽⁵⁾/30240 at a, with g = exp(−t²/2). */
    private static double byIntegral(double a, double d) {
        double g = Math.exp(-0.5 * a * a);
        double a2 = a * a;
        double d2 = d * d;
        double first = -a;
        double third = -a * (a2 - 3);
        double fifth = -a * (a2 * (a2 - 10) + 15);
        double corrections = 0.5 + d * (-first / 12 + d2 * (third / 720 - d2 * fifth / 30240));
        return ROOT_TWO_PI / d * NormalIntegral.phi(-a) + g * corrections;
    }
}
