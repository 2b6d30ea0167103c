package org.lantian.observations;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file held, counted.
 *
 * @param file what was understood of the file
 * @param rows rows with content, the header not counted
 * @param accepted values delivered to the sink
 * @param rejected values that can't be taken; a row that can't be taken counts with all its values
 * @param skippedQuantities values of quantities nobody asked for, by label as printed
 * @param skippedStations values of stations nobody asked for, by code as printed
 * @param uses24 whether the last hour of a day is printed as 24:00 instead of 00:00
 */
public record ReadSummary(
        AirFile file,
        long rows,
        long accepted,
        long rejected,
        Map<String, Long> skippedQuantities,
        Map<String, Long> skippedStations,
        boolean uses24) {

    public ReadSummary {
        skippedQuantities = Collections.unmodifiableMap(new TreeMap<>(skippedQuantities));
        skippedStations = Collections.unmodifiableMap(new TreeMap<>(skippedStations));
    }

    /** All values that were skipped. */
    public long skipped() {
        return sum(skippedQuantities) + sum(skippedStations);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
