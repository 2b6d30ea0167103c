package org.lantian.standards.assessment;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lantian.standards.aqi.HourlyConcentrations;

/**
 * One hour of a county or city: the arithmetic mean of its stations' hours, for each pollutant over the stations that
 * have it; stated when at least 75 % of the stations have it, as for the day ({@link AreaMean}).
 *
 * <p>The real-time report of a city is published so; the share of stations is that of the day, taken for the hour from
 * memory, unverified.
 */
public final class AreaHour {

    private final ValidityRules validity;

    public AreaHour(ValidityRules validity) {
        this.validity = validity;
    }

    /**
     * The hour of the area of these stations, clean comparison points already left out.
     *
     * @param stations one entry per station that counts, also of one without data
     */
    public HourlyConcentrations of(List<HourlyConcentrations> stations) {
        return HourlyConcentrations.of(
                mean(stations, HourlyConcentrations::so2),
                mean(stations, HourlyConcentrations::no2),
                mean(stations, HourlyConcentrations::pm10),
                mean(stations, HourlyConcentrations::co),
                mean(stations, HourlyConcentrations::o3),
                mean(stations, HourlyConcentrations::pm25));
    }

    private double mean(List<HourlyConcentrations> stations, ToDoubleFunction<HourlyConcentrations> part) {
        // sorted, so that the order of the stations cannot change the last bit of the sum
        double[] measured = stations.stream()
                .mapToDouble(part)
                .filter(value -> value >= 0)
                .sorted()
                .toArray();
        if (measured.length == 0 || 100 * measured.length < validity.validStationSharePercent() * stations.size()) {
            return Double.NaN;
        }
        double sum = 0;
        for (double value : measured) {
            sum += value;
        }
        return sum / measured.length;
    }
}
