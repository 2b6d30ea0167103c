package org.lantian.standards.rounding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lantian.quantities.Check;

/**
 * Rounding by GB/T 8170 (数值修约规则): half to even, 四舍六入五成双.
 *
 * <p>The rule is from memory, unverified. Rounding is done once, from the full value to the last digit, never in
 * steps.
 */
public final class Gbt8170 {

    /** Decimals to which a double is first cleaned of binary noise; concentrations have far fewer. */
    private static final int CLEAN_DECIMALS = 9;

    private Gbt8170() {}

    /** The exact decimal rounded to this number of decimals. */
    public static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /**
     * A computed value rounded to this number of decimals; {@code NaN} stays {@code NaN}.
     *
     * <p>The value is first cleaned to nine decimals, so that 2.5 computed as 2.4999999999999996 still counts as a
     * tie. A value within 5·10⁻¹⁰ of a tie is taken as the tie.
     */
    public static double round(double value, int decimals) {
        Check.inRange("decimals", decimals, 0, CLEAN_DECIMALS - 1);
        if (!Double.isFinite(value)) {
            return value;
        }
        return round(clean(value), decimals).doubleValue();
    }

    /** A computed value as a decimal with exactly this number of decimals, for printing. */
    public static BigDecimal toDecimal(double value, int decimals) {
        Check.inRange("decimals", decimals, 0, CLEAN_DECIMALS - 1);
        return round(clean(value), decimals);
    }

    private static BigDecimal clean(double value) {
        return new BigDecimal(value).setScale(CLEAN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * A quotient of whole numbers rounded half to even, exactly.
     *
     * @param numerator 0 or more
     * @param denominator above 0
     */
    public static long divide(long numerator, long denominator) {
        long quotient = numerator / denominator;
        long twiceRest = 2 * (numerator % denominator);
        boolean up = twiceRest > denominator || (twiceRest == denominator && (quotient & 1) == 1);
        return up ? quotient + 1 : quotient;
    }
}
