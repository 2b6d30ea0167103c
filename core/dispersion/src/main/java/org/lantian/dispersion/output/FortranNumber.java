package org.lantian.dispersion.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as Fortran's edit descriptors F and E print them, right-justified and correctly rounded. */
final class FortranNumber {

    private static final double[] POWERS = new double[19];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    /** Closer to a half than this, a scaled value is rounded exactly. */
    private static final double TIE = 1e-3;

    private FortranNumber() {}

    /** Appends {@code F<width>.<decimals>}; asterisks where the number does not fit. */
    static void fixed(StringBuilder out, double value, int width, int decimals) {
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        long scaled = scaled(Math.abs(value), decimals);
        String digits = scaled < 0 ? exactFixed(Math.abs(value), decimals) : pointed(scaled, decimals);
        right(out, negative ? "-" + digits : digits, width);
    }

    /** Appends {@code E<width>.<digits>}: 0.123456E+03. */
    static void exponent(StringBuilder out, double value, int width, int digits) {
        if (value == 0) {
            right(out, "0." + "0".repeat(digits) + "E+00", width);
            return;
        }
        BigDecimal exact = null;
        int exponent = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        long scaled = scaledToDigits(Math.abs(value), digits, exponent);
        if (scaled < 0) {
            exact = new BigDecimal(Math.abs(value));
            exponent = exact.precision() - exact.scale();
            scaled = exact.movePointRight(digits - exponent)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        long limit = (long) POWERS[digits];
        if (scaled >= limit) {
            scaled /= 10;
            exponent++;
        }
        String mantissa = Long.toString(scaled);
        StringBuilder text = new StringBuilder(width);
        if (value < 0) {
            text.append('-');
        }
        text.append("0.").append("0".repeat(digits - mantissa.length())).append(mantissa);
        int size = Math.abs(exponent);
        if (size > 99) {
            // three digits of exponent push the letter out
            text.append(exponent < 0 ? '-' : '+').append(size);
        } else {
            text.append('E').append(exponent < 0 ? '-' : '+');
            text.append((char) ('0' + size / 10)).append((char) ('0' + size % 10));
        }
        right(out, text.toString(), width);
    }

    /** Appends a text right-justified. */
    static void right(StringBuilder out, String text, int width) {
        if (text.length() > width) {
            out.repeat('*', width);
            return;
        }
        out.repeat(' ', width - text.length()).append(text);
    }

    /** The value times a power of ten, rounded; −1 where that cannot be told without exact arithmetic. */
    private static long scaled(double value, int decimals) {
        double product = value * POWERS[decimals];
        if (!(product < 1e15)) {
            return -1;
        }
        double fraction = product - Math.floor(product);
        return Math.abs(fraction - 0.5) < TIE ? -1 : Math.round(product);
    }

    private static long scaledToDigits(double value, int digits, int exponent) {
        int power = digits - exponent;
        if (power < -18 || power > 18) {
            return -1;
        }
        double product = power >= 0 ? value * POWERS[power] : value / POWERS[-power];
        double fraction = product - Math.floor(product);
        boolean sure = product >= POWERS[digits - 1] && product < POWERS[digits] && Math.abs(fraction - 0.5) >= TIE;
        return sure ? Math.round(product) : -1;
    }

    private static String exactFixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String pointed(long scaled, int decimals) {
        String digits = Long.toString(scaled);
        if (decimals == 0) {
            return digits + ".";
        }
        if (digits.length() <= decimals) {
            digits = "0".repeat(decimals + 1 - digits.length()) + digits;
        }
        int point = digits.length() - decimals;
        return digits.substring(0, point) + "." + digits.substring(point);
    }
}
