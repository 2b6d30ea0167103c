package org.lantian.dispersion.runstream;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.UrbanArea;

/**
 * What the control part (CO) says.
 *
 * @param options words of MODELOPT, in order
 * @param pollutant upper case
 * @param wanted whether the run is to be done, not only checked (RUNORNOT)
 * @param flagpole default height of flagpoles, m; empty when there are none
 * @param decay explicit for all sources; null when none is given
 */
record Control(
        List<String> titles,
        Set<String> options,
        List<AveragingPeriod> averages,
        String pollutant,
        boolean wanted,
        OptionalDouble flagpole,
        @Nullable UrbanArea urban,
        @Nullable HalfLife decay,
        No2Settings no2) {

    boolean flat() {
        return options.contains("FLAT");
    }
}
