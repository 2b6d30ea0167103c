package org.lantian.dispersion.averaging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;

/**
 * Means over the blocks of a day or over months. The sum is divided by the valid hours, or by three quarters of the
 * block where fewer are valid; calm and missing hours add nothing.
 */
public final class BlockAverager {

    private final AveragingPeriod average;
    private final BlockListener listener;
    private final double[][] sums;
    private int hours;
    private int valid;
    private @Nullable HourStamp last;

    /** @param average a block or a month */
    public BlockAverager(AveragingPeriod average, int groups, int receptors, BlockListener listener) {
        this.average = average;
        this.listener = listener;
        this.sums = new double[groups][receptors];
    }

    /**
     * Adds an hour; hours come in order.
     *
     * @param counts whether the hour is neither calm nor missing
     * @param concentrations µg/m³ by group and receptor, zero unless it counts
     */
    public void add(HourStamp hour, boolean counts, double[][] concentrations) {
        HourStamp before = last;
        if (before != null && hours > 0 && !sameBlock(before, hour)) {
            end();
        }
        last = hour;
        if (average.hours() == 1) {
            listener.block(average, hour, concentrations);
            return;
        }
        hours++;
        if (counts) {
            valid++;
            for (int group = 0; group < sums.length; group++) {
                double[] sum = sums[group];
                double[] values = concentrations[group];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += values[i];
                }
            }
        }
        if (average.kind() == AveragingPeriod.Kind.BLOCK && hour.hour() % average.hours() == 0) {
            end();
        }
    }

    private boolean sameBlock(HourStamp before, HourStamp hour) {
        if (average.kind() == AveragingPeriod.Kind.MONTH) {
            return before.year() == hour.year() && before.month() == hour.month();
        }
        return before.date().equals(hour.date())
                && (before.hour() - 1) / average.hours() == (hour.hour() - 1) / average.hours();
    }

    /** Ends the last block of the run. */
    public void finish() {
        if (hours > 0) {
            end();
        }
    }

    private void end() {
        HourStamp stamp = last;
        int nominal = average.kind() == AveragingPeriod.Kind.BLOCK ? average.hours() : hours;
        double divisor = Math.max(valid, AveragingPeriod.leastDivisor(nominal));
        for (double[] sum : sums) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= divisor;
            }
        }
        if (stamp != null) {
            listener.block(average, stamp, sums);
        }
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        hours = 0;
        valid = 0;
    }
}
