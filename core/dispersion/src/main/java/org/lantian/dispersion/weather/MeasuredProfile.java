package org.lantian.dispersion.weather;

import java.util.function.DoubleUnaryOperator;

/**
 * Puts measurements at a few heights on the grid with the shape of a formula: the measurement where there is one, between
 * two of them the line through both times the formula's departure from its own line, beyond them the nearest measurement
 * times the formula's ratio (EPA-454/B-24-010, interface between measurements and similarity profiles).
 */
final class MeasuredProfile {

    private static final double SAME_HEIGHT = 0.1;

    private final double[] heights;
    private final double[] values;

    /** Valid measurements from the lowest up. */
    MeasuredProfile(double[] heights, double[] values) {
        this.heights = heights;
        this.values = values;
    }

    boolean isEmpty() {
        return heights.length == 0;
    }

    /** The profile at all levels; there is a measurement at least. */
    double[] onGrid(DoubleUnaryOperator formula) {
        double[] grid = new double[GridLevels.COUNT];
        double[] formulaAtMeasured = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            formulaAtMeasured[i] = formula.applyAsDouble(heights[i]);
        }
        for (int level = 0; level < GridLevels.COUNT; level++) {
            grid[level] = at(GridLevels.height(level), formula, formulaAtMeasured);
        }
        return grid;
    }

    private double at(double z, DoubleUnaryOperator formula, double[] formulaAtMeasured) {
        int above = 0;
        while (above < heights.length && heights[above] < z - SAME_HEIGHT) {
            above++;
        }
        if (above < heights.length && Math.abs(heights[above] - z) <= SAME_HEIGHT) {
            return values[above];
        }
        if (above == 0) {
            return values[0] * formula.applyAsDouble(z) / formulaAtMeasured[0];
        }
        if (above == heights.length) {
            return values[above - 1] * formula.applyAsDouble(z) / formulaAtMeasured[above - 1];
        }
        double part = (z - heights[above - 1]) / (heights[above] - heights[above - 1]);
        return between(values, above, part) * formula.applyAsDouble(z) / between(formulaAtMeasured, above, part);
    }

    private static double between(double[] of, int above, double part) {
        return of[above - 1] + (of[above] - of[above - 1]) * part;
    }
}
