package org.lantian.cli.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.air.StationHours;
import org.lantian.observations.Quantity;
import org.lantian.quantities.HourEnding;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.AqiKernel;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.aqi.HourlyConcentrations;
import org.lantian.standards.aqi.Indicator;

/**
 * Published real-time index against the computed one, over the station-hours that have all six pollutants and a
 * published index.
 *
 * @param compared how many there are
 * @param equal on how many both agree
 * @param disagreements the others
 * @param publishedWithMissing hours for which an index was published although a pollutant is blank
 * @param ofThemEqualToRest those of them whose published index is that of the pollutants that are there
 */
public record HourlyComparison(
        int compared, int equal, List<Disagreement> disagreements, int publishedWithMissing, int ofThemEqualToRest) {

    public HourlyComparison {
        disagreements = List.copyOf(disagreements);
    }

    /**
     * An hour on which the two differ.
     *
     * @param nearest the index rounded to the nearest instead of up
     */
    public record Disagreement(String station, HourEnding hour, int published, int computed, int nearest) {}

    private static final Map<Quantity, Indicator> HOURLY = new EnumMap<>(Map.of(
            Quantity.SO2, Indicator.SO2_1H,
            Quantity.NO2, Indicator.NO2_1H,
            Quantity.PM10, Indicator.PM10_1H,
            Quantity.CO, Indicator.CO_1H,
            Quantity.O3, Indicator.O3_1H,
            Quantity.PM25, Indicator.PM25_1H));

    /** Compares all hours of stations chosen by code. */
    public static HourlyComparison of(HourTable table, RuleSet rules, Predicate<String> stations) {
        return of(table, rules, stations, hour -> true);
    }

    /** Compares some hours of stations chosen by code. */
    public static HourlyComparison of(
            HourTable table, RuleSet rules, Predicate<String> stations, Predicate<HourEnding> hours) {
        Counting counting = new Counting(rules, hours);
        table.stations().stream()
                .filter(station -> stations.test(station.code()))
                .forEach(station -> station.forEachDay(day -> counting.day(station, day)));
        return new HourlyComparison(
                counting.compared,
                counting.equal,
                counting.disagreements,
                counting.publishedWithMissing,
                counting.ofThemEqualToRest);
    }

    private static final class Counting {
        private final RuleSet rules;
        private final Predicate<HourEnding> hours;
        private final List<Disagreement> disagreements = new ArrayList<>();
        private int compared;
        private int equal;
        private int publishedWithMissing;
        private int ofThemEqualToRest;

        Counting(RuleSet rules, Predicate<HourEnding> hours) {
            this.rules = rules;
            this.hours = hours;
        }

        void day(StationHours station, int day) {
            for (int slot = 1; slot <= HourEnding.SLOTS_PER_DAY; slot++) {
                float published = PublishedTable.value(station, Quantity.AQI, day, slot);
                if (!Float.isNaN(published) && hours.test(HourEnding.ofSlot(LocalDate.ofEpochDay(day), slot))) {
                    hour(station, day, slot, (int) published);
                }
            }
        }

        private void hour(StationHours station, int day, int slot, int published) {
            Map<Quantity, Float> values = new EnumMap<>(Quantity.class);
            for (Quantity quantity : Quantity.six()) {
                float value = PublishedTable.value(station, quantity, day, slot);
                if (!Float.isNaN(value)) {
                    values.put(quantity, value);
                }
            }
            if (values.size() < HOURLY.size()) {
                incomplete(values, published);
                return;
            }
            compared++;
            float so2Of24Hours = PublishedTable.value(station, Quantity.SO2_24H, day, slot);
            int computed = computed(values, so2Of24Hours);
            if (computed == published) {
                equal++;
            } else {
                disagreements.add(new Disagreement(
                        station.code(),
                        HourEnding.ofSlot(LocalDate.ofEpochDay(day), slot),
                        published,
                        computed,
                        greatest(values).nearest()));
            }
        }

        private int computed(Map<Quantity, Float> values, float so2Of24Hours) {
            AqiResult result = rules.aqi()
                    .hourly(HourlyConcentrations.of(
                                    get(values, Quantity.SO2),
                                    get(values, Quantity.NO2),
                                    get(values, Quantity.PM10),
                                    get(values, Quantity.CO),
                                    get(values, Quantity.O3),
                                    get(values, Quantity.PM25))
                            .withRunningMeans(Double.NaN, so2Of24Hours));
            return result.aqi().orElse(AqiKernel.UNDEFINED);
        }

        private static float get(Map<Quantity, Float> values, Quantity quantity) {
            return values.getOrDefault(quantity, Float.NaN);
        }

        private ExactIndex greatest(Map<Quantity, Float> values) {
            return values.entrySet().stream()
                    .map(entry -> index(entry.getKey(), entry.getValue()))
                    .max(ExactIndex::compareTo)
                    .orElseThrow();
        }

        private ExactIndex index(Quantity quantity, float value) {
            Indicator indicator = HOURLY.get(quantity);
            if (indicator == null) {
                throw new IllegalArgumentException("quantity is " + quantity + ", expected one of the six");
            }
            return ExactIndex.of(rules.aqi().rules(), indicator, value);
        }

        private void incomplete(Map<Quantity, Float> values, int published) {
            publishedWithMissing++;
            if (!values.isEmpty() && greatest(values).up() == published) {
                ofThemEqualToRest++;
            }
        }
    }

    /** Disagreements that rounding to the nearest would turn into agreements. */
    public long explainedByNearest() {
        return disagreements.stream().filter(d -> d.nearest() == d.published()).count();
    }

    /** How often which difference (published − computed) occurs. */
    public Map<Integer, Long> differences() {
        Map<Integer, Long> differences = new TreeMap<>();
        disagreements.forEach(d -> differences.merge(d.published() - d.computed(), 1L, Long::sum));
        return differences;
    }

    /** The shares of agreement in percent. */
    public double percent() {
        return compared == 0 ? Double.NaN : 100.0 * equal / compared;
    }
}
