package org.lantian.standards.aqi;

import org.lantian.standards.rounding.Gbt8170;

/**
 * The arithmetic of one edition of HJ 633 on whole numbers, without allocation: the hot path of index computing.
 *
 * <p>Concentrations are in ten-thousandths of their unit ({@link FixedPoint}). Thread-safe.
 */
public final class AqiKernel {

    /** No index: nothing measured, or the edition states none. */
    public static final int UNDEFINED = -1;

    /** Columns of an hour in the block form of {@link #hour}: the order of the six pollutants of HJ 633. */
    public static final int SO2 = 0;

    public static final int NO2 = 1;
    public static final int PM10 = 2;
    public static final int CO = 3;
    public static final int O3 = 4;
    public static final int PM25 = 5;

    /** Pollutants in one hour. */
    public static final int POLLUTANTS = 6;

    private final int[] indexAtBreakpoint;
    private final int[][] breakpoints;
    private final int[] aboveLast;
    private final int[] roundingUnit;
    private final int[] hourly;
    private final int leastIndex;
    private final boolean partialAbove100;

    /**
     * @param indexAtBreakpoint indices of the breakpoints, rising from 0
     * @param breakpoints by {@link Indicator#ordinal()}, concentrations in ten-thousandths, rising from 0
     * @param aboveLast by ordinal, index above the last breakpoint, or {@link #UNDEFINED}
     * @param roundingUnit by ordinal, ten-thousandths to a multiple of which a concentration is first rounded by
     *     GB/T 8170; 1 for none
     * @param hourly ordinals of the indicators of an hour, in the order of the constants
     * @param leastIndex least value of the index of all pollutants
     * @param partialAbove100 whether an index is stated with a pollutant missing, provided that it is above 100
     */
    AqiKernel(
            int[] indexAtBreakpoint,
            int[][] breakpoints,
            int[] aboveLast,
            int[] roundingUnit,
            int[] hourly,
            int leastIndex,
            boolean partialAbove100) {
        this.indexAtBreakpoint = indexAtBreakpoint.clone();
        this.breakpoints = breakpoints.clone();
        this.aboveLast = aboveLast.clone();
        this.roundingUnit = roundingUnit.clone();
        this.hourly = hourly.clone();
        this.leastIndex = leastIndex;
        this.partialAbove100 = partialAbove100;
    }

    /** Index of one indicator, rounded up, or {@link #UNDEFINED}. */
    public int index(Indicator indicator, int concentration) {
        return index(indicator.ordinal(), concentration);
    }

    private int index(int indicator, int concentration) {
        if (concentration < 0) {
            return UNDEFINED;
        }
        int unit = roundingUnit[indicator];
        int c = unit == 1 ? concentration : (int) Gbt8170.divide(concentration, unit) * unit;
        int[] bp = breakpoints[indicator];
        if (c > bp[bp.length - 1]) {
            return aboveLast[indicator];
        }
        int high = 1;
        while (c > bp[high]) {
            high++;
        }
        // IAQI = (IAQI_Hi − IAQI_Lo)/(BP_Hi − BP_Lo)·(C − BP_Lo) + IAQI_Lo, HJ 633 4.2, rounded up
        int width = bp[high] - bp[high - 1];
        long rise = (long) (indexAtBreakpoint[high] - indexAtBreakpoint[high - 1]) * (c - bp[high - 1]);
        return indexAtBreakpoint[high - 1] + (int) ((rise + width - 1) / width);
    }

    /**
     * Indices of one hour.
     *
     * @param concentrations the six one-hour means at {@code from} in the order of the constants
     * @param so2Of24Hours running 24-h mean of SO2, or {@link FixedPoint#MISSING}; used only where the edition refers
     *     to it (2012 with SO2 above 800 µg/m³)
     * @param indices where the six indices are written, {@link #UNDEFINED} where there is none
     * @return the index of the hour, or {@link #UNDEFINED}
     */
    public int hour(int[] concentrations, int from, int so2Of24Hours, short[] indices, int to) {
        int greatest = UNDEFINED;
        boolean complete = true;
        for (int p = 0; p < POLLUTANTS; p++) {
            int concentration = concentrations[from + p];
            int index = index(hourly[p], concentration);
            if (p == SO2 && index == UNDEFINED && concentration >= 0) {
                index = index(Indicator.SO2_24H.ordinal(), so2Of24Hours);
            }
            indices[to + p] = (short) index;
            greatest = Math.max(greatest, index);
            complete &= index != UNDEFINED;
        }
        return overall(greatest, complete);
    }

    /** The index of all pollutants from the greatest of theirs. */
    int overall(int greatest, boolean complete) {
        if (greatest == UNDEFINED || !(complete || (partialAbove100 && greatest > 100))) {
            return UNDEFINED;
        }
        return Math.max(leastIndex, greatest);
    }
}
