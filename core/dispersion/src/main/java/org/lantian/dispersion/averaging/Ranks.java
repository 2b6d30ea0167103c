package org.lantian.dispersion.averaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.weather.HourStamp;

/**
 * The highest block means at each receptor, with the hour at which their block ended. Of equal values the earlier one
 * ranks higher; zero does not rank.
 */
public final class Ranks implements BlockListener {

    private final int depth;
    private final double[][] values;
    private final @Nullable HourStamp[][] ends;

    /** @param depth number of ranks kept, ≥ 1 */
    public Ranks(int depth, int groups, int receptors) {
        this.depth = depth;
        this.values = new double[groups][depth * receptors];
        this.ends = new @Nullable HourStamp[groups][depth * receptors];
    }

    @Override
    public void block(AveragingPeriod average, HourStamp end, double[][] means) {
        for (int group = 0; group < values.length; group++) {
            for (int receptor = 0; receptor < means[group].length; receptor++) {
                if (means[group][receptor] > values[group][(receptor + 1) * depth - 1]) {
                    insert(group, receptor * depth, means[group][receptor], end);
                }
            }
        }
    }

    private void insert(int group, int first, double value, HourStamp end) {
        int at = first + depth - 1;
        while (at > first && value > values[group][at - 1]) {
            values[group][at] = values[group][at - 1];
            ends[group][at] = ends[group][at - 1];
            at--;
        }
        values[group][at] = value;
        ends[group][at] = end;
    }

    /** The value of a rank (1 is the highest), µg/m³; 0 where fewer blocks were above zero. */
    public double value(int group, int receptor, int rank) {
        return values[group][receptor * depth + rank - 1];
    }

    /** The last hour of that value's block; empty where fewer blocks were above zero. */
    public Optional<HourStamp> end(int group, int receptor, int rank) {
        return Optional.ofNullable(ends[group][receptor * depth + rank - 1]);
    }
}
