package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.List;

/** Numbers and fields as Fortran's free format has them. */
final class FortranText {

    private FortranText() {}

    /** The number that a text spells, NaN when it spells none. Exponents may be marked by D as well as by E. */
    static double number(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual = c >= '0' && c <= '9' || c == '.' || c == '+' || c == '-';
            boolean exponent = digit && (c == 'e' || c == 'E' || c == 'd' || c == 'D');
            if (!usual && !exponent) {
                return Double.NaN;
            }
            digit |= c >= '0' && c <= '9';
        }
        try {
            return Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Fields between blanks, tabs and commas. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>(32);
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean gap = i == line.length() || isGap(line.charAt(i));
            if (gap && start >= 0) {
                fields.add(line.substring(start, i));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return fields;
    }

    private static boolean isGap(char c) {
        return c <= ' ' || c == ',';
    }

    /** Four digits of a year given by two (50–99 in the last century, 00–49 in this) or by four; -1 for others. */
    static int year(int given) {
        if (given >= 0 && given < 100) {
            return given < 50 ? 2000 + given : 1900 + given;
        }
        return given >= 1900 && given <= 2199 ? given : -1;
    }
}
