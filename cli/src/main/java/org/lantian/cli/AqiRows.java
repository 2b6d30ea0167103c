package org.lantian.cli;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lantian.cli.air.StationHours;
import org.lantian.cli.output.RowBuffer;
import org.lantian.observations.Quantity;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.AqiKernel;
import org.lantian.standards.aqi.AqiLevel;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.aqi.AqiStandard;
import org.lantian.standards.aqi.FixedPoint;
import org.lantian.standards.aqi.Indicator;
import org.lantian.standards.rounding.Gbt8170;

/** The rows of the command {@code aqi}: one per station-hour or station-day. Thread-safe. */
final class AqiRows {

    static final List<String> COLUMNS = List.of(
            "station",
            "time",
            "aqi",
            "level",
            "primary",
            "iaqi_so2",
            "iaqi_no2",
            "iaqi_pm10",
            "iaqi_co",
            "iaqi_o3",
            "iaqi_o3_8h",
            "iaqi_pm25");

    /** What the table of hours must hold, in this order: the order of the kernel. */
    static final List<Quantity> QUANTITIES =
            List.of(Quantity.SO2, Quantity.NO2, Quantity.PM10, Quantity.CO, Quantity.O3, Quantity.PM25);

    private static final int SLOTS = 24;
    private static final int HOURS_OF_8H_WINDOW = 8;

    private final Function<LocalDate, Optional<RuleSet>> standards;
    private final Map<Integer, Optional<RuleSet>> byDay = new ConcurrentHashMap<>();
    private final Map<Integer, String> primaryTexts = new ConcurrentHashMap<>();
    private final LongAdder withoutStandard = new LongAdder();

    /** @param standards the rules for a city day */
    AqiRows(Function<LocalDate, Optional<RuleSet>> standards) {
        this.standards = standards;
    }

    /** Rows so far on whose day no standard was in force. */
    long withoutStandard() {
        return withoutStandard.sum();
    }

    private Optional<RuleSet> rules(int day) {
        return byDay.computeIfAbsent(day, d -> standards.apply(LocalDate.ofEpochDay(d)));
    }

    /** One row for each hour that has any value. */
    void hours(StationHours station, RowBuffer rows) {
        Hours hours = new Hours(station, rows);
        station.forEachDay(hours::day);
    }

    /** The hours of one station; holds the arrays that the kernel works on. */
    private final class Hours {
        private final StationHours station;
        private final RowBuffer rows;
        private final int[] concentrations = new int[AqiKernel.POLLUTANTS];
        private final short[] indices = new short[AqiKernel.POLLUTANTS];

        Hours(StationHours station, RowBuffer rows) {
            this.station = station;
            this.rows = rows;
        }

        void day(int day) {
            float[] block = station.find(day);
            if (block == null) {
                return;
            }
            Optional<RuleSet> rules = rules(day);
            String date = LocalDate.ofEpochDay(day).toString();
            for (int slot = 1; slot <= SLOTS; slot++) {
                if (!load(block, slot)) {
                    continue;
                }
                rows.text(station.code());
                rows.text(slot < SLOTS ? date + TIMES[slot] : LocalDate.ofEpochDay(day + 1L) + TIMES[0]);
                if (rules.isPresent()) {
                    hour(rules.get(), day, slot);
                } else {
                    withoutStandard.increment();
                    empty(rows);
                }
                rows.endRow();
            }
        }

        private boolean load(float[] block, int slot) {
            boolean any = false;
            for (int p = 0; p < AqiKernel.POLLUTANTS; p++) {
                float value = block[p * SLOTS + slot - 1];
                any |= !Float.isNaN(value);
                concentrations[p] = FixedPoint.of(value);
            }
            return any;
        }

        private void hour(RuleSet rules, int day, int slot) {
            AqiKernel kernel = rules.aqi().kernel();
            int so2 = concentrations[AqiKernel.SO2];
            boolean needsDayOfSo2 = so2 >= 0 && kernel.index(Indicator.SO2_1H, so2) == AqiKernel.UNDEFINED;
            int so2Of24Hours = needsDayOfSo2
                    ? runningMean(
                            AqiKernel.SO2,
                            day,
                            slot,
                            SLOTS,
                            rules.assessment().validity().hoursPerDay())
                    : FixedPoint.MISSING;
            int aqi = kernel.hour(concentrations, 0, so2Of24Hours, indices, 0);
            int o3Of8Hours = runningMean(
                    AqiKernel.O3,
                    day,
                    slot,
                    HOURS_OF_8H_WINDOW,
                    rules.assessment().validity().hoursPer8hMean());
            rows.indexOrEmpty(aqi).indexOrEmpty(aqi < 0 ? aqi : rules.aqi().levelNumber(aqi));
            primary(aqi, rules.aqi().rules().primaryAbove());
            rows.indexOrEmpty(indices[AqiKernel.SO2])
                    .indexOrEmpty(indices[AqiKernel.NO2])
                    .indexOrEmpty(indices[AqiKernel.PM10])
                    .indexOrEmpty(indices[AqiKernel.CO])
                    .indexOrEmpty(indices[AqiKernel.O3])
                    .indexOrEmpty(kernel.index(Indicator.O3_8H, o3Of8Hours))
                    .indexOrEmpty(indices[AqiKernel.PM25]);
        }

        private void primary(int aqi, int primaryAbove) {
            int mask = 0;
            if (aqi > primaryAbove) {
                for (int p = 0; p < AqiKernel.POLLUTANTS; p++) {
                    mask |= indices[p] == aqi ? 1 << p : 0;
                }
            }
            if (mask == 0) {
                rows.empty();
            } else {
                rows.text(primaryTexts.computeIfAbsent(mask, AqiRows::primaryText));
            }
        }

        /** Mean of the hours up to and including a slot in whole units (half to even), or missing. */
        private int runningMean(int pollutant, int day, int slot, int hours, int least) {
            long sum = 0;
            int count = 0;
            for (int back = 0; back < hours; back++) {
                int s = slot - back;
                float value = s >= 1 ? station.value(pollutant, day, s) : station.value(pollutant, day - 1, s + SLOTS);
                int concentration = FixedPoint.of(value);
                if (concentration != FixedPoint.MISSING) {
                    sum += concentration;
                    count++;
                }
            }
            return count < least
                    ? FixedPoint.MISSING
                    : (int) Gbt8170.divide(sum, (long) count * FixedPoint.SCALE) * FixedPoint.SCALE;
        }
    }

    private static final String[] TIMES =
            IntStream.range(0, SLOTS).mapToObj("T%02d:00"::formatted).toArray(String[]::new);

    private static String primaryText(int mask) {
        return IntStream.range(0, AqiKernel.POLLUTANTS)
                .filter(p -> (mask & 1 << p) != 0)
                .mapToObj(p -> Pollutant.SIX.get(p).code())
                .collect(Collectors.joining(";"));
    }

    /** One row for each city day that has any value. */
    void days(StationHours station, RowBuffer rows) {
        station.forEachDay(day -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            rows.text(station.code()).text(date.toString());
            Optional<RuleSet> rules = rules(day);
            if (rules.isPresent()) {
                day(rules.get(), station, day, rows);
            } else {
                withoutStandard.increment();
                empty(rows);
            }
            rows.endRow();
        });
    }

    private static void day(RuleSet rules, StationHours station, int day, RowBuffer rows) {
        Map<Pollutant, float[]> hours = new EnumMap<>(Pollutant.class);
        for (int p = 0; p < Pollutant.SIX.size(); p++) {
            hours.put(Pollutant.SIX.get(p), station.day(p, day));
        }
        AqiStandard standard = rules.aqi();
        AqiResult result = standard.daily(
                rules.dayRules().day(LocalDate.ofEpochDay(day), hours).concentrations(rules.assessment()));
        rows.indexOrEmpty(result.aqi().orElse(AqiKernel.UNDEFINED))
                .indexOrEmpty(result.level().map(AqiLevel::number).orElse(AqiKernel.UNDEFINED));
        if (result.primary().isEmpty()) {
            rows.empty();
        } else {
            rows.text(result.primary().stream().map(Pollutant::code).collect(Collectors.joining(";")));
        }
        for (Indicator indicator : DAILY) {
            rows.indexOrEmpty(result.iaqi().getOrDefault(indicator, AqiKernel.UNDEFINED));
        }
    }

    private static final List<Indicator> DAILY = List.of(
            Indicator.SO2_24H,
            Indicator.NO2_24H,
            Indicator.PM10_24H,
            Indicator.CO_24H,
            Indicator.O3_1H,
            Indicator.O3_8H,
            Indicator.PM25_24H);

    private static void empty(RowBuffer rows) {
        for (int column = 2; column < COLUMNS.size(); column++) {
            rows.empty();
        }
    }
}
