package org.lantian.dispersion.averaging;

import org.lantian.dispersion.weather.HourStamp;

/** Hears of each block or month when it is over. */
@FunctionalInterface
public interface BlockListener {

    /**
     * A block is over.
     *
     * @param end its last hour
     * @param means µg/m³ by group and receptor; valid during the call only
     */
    void block(AveragingPeriod average, HourStamp end, double[][] means);
}
