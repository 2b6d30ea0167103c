package org.lantian.observations.table;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers straight from bytes: the hot loop of every import, so without a String for the usual case.
 *
 * <p>Equal to {@link Float#parseFloat} on what it accepts: an optional sign, digits, an optional point and an optional
 * exponent. Up to nine digits with up to seven after the point go through one correctly rounded division of two exact
 * doubles; the double is then so much finer than the float (53 bits against 24) that rounding twice can't differ from
 * rounding once. Anything longer takes the slow way.
 */
public final class Decimals {

    private static final int MOST_FAST_DIGITS = 9;
    private static final int MOST_FAST_DECIMALS = 7;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

    private Decimals() {}

    /** The number in bytes[from, to), {@code NaN} when it is not a plain decimal number or too great for a float. */
    public static float parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative) {
            i++;
        }
        int mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean afterPoint = false;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                if (++digits > MOST_FAST_DIGITS) {
                    return parseSlowly(bytes, from, to);
                }
                mantissa = mantissa * 10 + digit;
                if (afterPoint) {
                    decimals++;
                }
            } else if (bytes[i] == '.' && !afterPoint) {
                afterPoint = true;
            } else {
                return parseSlowly(bytes, from, to);
            }
        }
        if (digits == 0 || decimals > MOST_FAST_DECIMALS) {
            return parseSlowly(bytes, from, to);
        }
        float value = decimals == 0 ? mantissa : (float) (mantissa / POWERS_OF_TEN[decimals]);
        return negative ? -value : value;
    }

    /** As {@link #parse(byte[], int, int)}, for text. */
    public static float parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** The whole number in bytes[from, to), −1 when there is anything but one to nine digits. */
    public static int parseWhole(byte[] bytes, int from, int to) {
        if (from >= to || to - from > MOST_FAST_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static float parseSlowly(byte[] bytes, int from, int to) {
        boolean anyDigit = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            boolean digit = b >= '0' && b <= '9';
            anyDigit |= digit;
            // Float.parseFloat also takes NaN, Infinity, 1f and 0x1p3: none of them is a plain decimal number.
            if (!digit && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
                return Float.NaN;
            }
        }
        if (!anyDigit) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            return Float.isInfinite(value) ? Float.NaN : value;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}
