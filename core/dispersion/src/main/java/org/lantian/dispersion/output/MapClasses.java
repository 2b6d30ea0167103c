package org.lantian.dispersion.output;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes of concentration for a map: bounds 1, 2, 5 times powers of ten, the upper ones of the values' range.
 *
 * @param bounds rising, µg/m³; a value belongs to the highest bound that it reaches
 */
record MapClasses(List<Double> bounds) {

    private static final int CLASSES = 8;
    private static final double[] STEPS = {1, 2, 5};

    /** From pale yellow to dark red, readable without telling red from green. */
    private static final int[] COLOURS = {
        0xFFFFCC, 0xFFEDA0, 0xFED976, 0xFEB24C, 0xFD8D3C, 0xFC4E2A, 0xE31A1C, 0xB10026, 0x7A0030
    };

    static MapClasses upTo(double highest) {
        List<Double> bounds = new ArrayList<>();
        if (highest > 0) {
            int power = (int) Math.floor(Math.log10(highest));
            for (int p = power; bounds.size() < CLASSES; p--) {
                for (int s = STEPS.length - 1; s >= 0 && bounds.size() < CLASSES; s--) {
                    double bound = p >= 0 ? STEPS[s] * Math.pow(10, p) : STEPS[s] / Math.pow(10, -p);
                    if (bound <= highest) {
                        bounds.addFirst(bound);
                    }
                }
            }
        }
        return new MapClasses(List.copyOf(bounds));
    }

    /** Class of a value: 0 below the first bound; −1 for NaN. */
    int of(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int found = 0;
        while (found < bounds.size() && value >= bounds.get(found)) {
            found++;
        }
        return found;
    }

    Color colour(int index) {
        return new Color(COLOURS[Math.min(index, COLOURS.length - 1)]);
    }

    /** How the legend names a class. */
    String label(int index) {
        if (bounds.isEmpty()) {
            return "0";
        }
        return index == 0 ? "< " + number(bounds.getFirst()) : "≥ " + number(bounds.get(index - 1));
    }

    static String number(double value) {
        return value >= 1e-3 && value < 1e6
                ? java.math.BigDecimal.valueOf(value)
                        .round(new java.math.MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.format(java.util.Locale.ROOT, "%.2e", value);
    }
}
