package org.lantian.standards.aqi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lantian.quantities.Pollutant;

/**
 * The air quality index of one hour or day at one place.
 *
 * @param standard code of the edition, for example {@code HJ 633-2012}
 * @param aqi the index, empty when the edition states none
 * @param level level, class, colour and advice, present exactly when {@code aqi} is
 * @param iaqi individual indices (空气质量分指数) that could be computed, rounded up; also of indicators that only
 *     inform and do not count
 * @param primary primary pollutants (首要污染物): those with the greatest individual index when the index is above 50,
 *     all of them when several tie; in the order of {@link Pollutant#SIX}
 * @param exceeding exceeding pollutants (超标污染物), individual index above 100; always empty by the 2026 edition,
 *     which has dropped the notion
 * @param missing pollutants of the six without an index
 */
public record AqiResult(
        String standard,
        OptionalInt aqi,
        Optional<AqiLevel> level,
        Map<Indicator, Integer> iaqi,
        List<Pollutant> primary,
        List<Pollutant> exceeding,
        List<Pollutant> missing) {

    public AqiResult {
        iaqi = Map.copyOf(iaqi);
        primary = List.copyOf(primary);
        exceeding = List.copyOf(exceeding);
        missing = List.copyOf(missing);
    }

    /** Whether an index is stated. */
    public boolean isDefined() {
        return aqi.isPresent();
    }
}
