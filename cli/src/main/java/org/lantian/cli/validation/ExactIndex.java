package org.lantian.cli.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.lantian.standards.aqi.AqiRules;
import org.lantian.standards.aqi.Indicator;

/**
 * The index before rounding, as a fraction: the formula of HJ 633 written out plainly, a second way beside the kernel of
 * the standards library.
 *
 * @param numerator of the fraction
 * @param denominator above 0
 */
record ExactIndex(BigInteger numerator, BigInteger denominator) implements Comparable<ExactIndex> {

    private static final int[] INDICES = {0, 50, 100, 150, 200, 300, 400, 500};
    private static final int DECIMALS = 4;

    /** The index of a concentration within the table, 500 above it. */
    static ExactIndex of(AqiRules rules, Indicator indicator, float value) {
        List<BigDecimal> bp = rules.breakpoints(indicator).concentrations();
        BigDecimal c = BigDecimal.valueOf(Math.round((double) value * 10_000), DECIMALS);
        for (int high = 1; high < bp.size(); high++) {
            if (c.compareTo(bp.get(high)) <= 0) {
                BigDecimal width = bp.get(high).subtract(bp.get(high - 1));
                BigDecimal rise =
                        BigDecimal.valueOf(INDICES[high] - INDICES[high - 1]).multiply(c.subtract(bp.get(high - 1)));
                BigDecimal base = BigDecimal.valueOf(INDICES[high - 1]).multiply(width);
                return new ExactIndex(scaled(rise.add(base)), scaled(width));
            }
        }
        return new ExactIndex(BigInteger.valueOf(500), BigInteger.ONE);
    }

    private static BigInteger scaled(BigDecimal value) {
        return value.setScale(DECIMALS).unscaledValue();
    }

    /** Rounded up, as HJ 633 says. */
    int up() {
        return numerator
                .add(denominator)
                .subtract(BigInteger.ONE)
                .divide(denominator)
                .intValueExact();
    }

    /** Rounded to the nearest, halves up. */
    int nearest() {
        return numerator
                .add(numerator)
                .add(denominator)
                .divide(denominator.add(denominator))
                .intValueExact();
    }

    @Override
    public int compareTo(ExactIndex other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
