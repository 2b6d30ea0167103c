package org.lantian.dispersion.averaging;

import java.util.Arrays;
import org.lantian.dispersion.weather.HourStamp;

/** Mean over the whole run, or the mean of its years: sums divided by the valid hours alone. */
public final class LongMean {

    private final boolean byYear;
    private final double[][] sums;
    private final double[][] ofYears;
    private int year;
    private int valid;
    private int years;
    private int hours;

    /** @param average PERIOD or ANNUAL */
    public LongMean(AveragingPeriod average, int groups, int receptors) {
        this.byYear = average.kind() == AveragingPeriod.Kind.ANNUAL;
        this.sums = new double[groups][receptors];
        this.ofYears = new double[groups][receptors];
    }

    /** Adds an hour, see {@link BlockAverager#add}. */
    public void add(HourStamp hour, boolean counts, double[][] concentrations) {
        if (hours > 0 && byYear && hour.year() != year) {
            endYear();
        }
        year = hour.year();
        hours++;
        if (!counts) {
            return;
        }
        valid++;
        for (int group = 0; group < sums.length; group++) {
            for (int i = 0; i < sums[group].length; i++) {
                sums[group][i] += concentrations[group][i];
            }
        }
    }

    private void endYear() {
        years++;
        for (int group = 0; group < sums.length; group++) {
            for (int i = 0; i < sums[group].length; i++) {
                ofYears[group][i] += valid == 0 ? 0 : sums[group][i] / valid;
            }
            Arrays.fill(sums[group], 0);
        }
        valid = 0;
    }

    /**
     * The means at the end of the run.
     *
     * @param values µg/m³ by group and receptor; 0 where no hour was valid
     * @param years that were averaged; 0 for PERIOD
     * @param hours of the run, calm and missing ones too
     */
    public record Result(double[][] values, int years, int hours) {}

    /** Ends the run. */
    public Result finish() {
        endYear();
        double[][] values = new double[ofYears.length][];
        for (int group = 0; group < values.length; group++) {
            values[group] =
                    Arrays.stream(ofYears[group]).map(sum -> sum / years).toArray();
        }
        return new Result(values, byYear ? years : 0, hours);
    }
}
