package org.lantian.cli.validation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.air.StationHours;
import org.lantian.observations.Quantity;
import org.lantian.quantities.HourEnding;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.FixedPoint;
import org.lantian.standards.assessment.DailyValue;
import org.lantian.standards.assessment.DayRules;
import org.lantian.standards.rounding.Gbt8170;

/**
 * Published 24-hour figures at hour 0 of the next day against the daily values computed from the hours in the files.
 *
 * @param counts station-days by what the files have of the day and how the two compare
 */
public record DailyComparison(Map<Completeness, Map<Outcome, Integer>> counts) {

    private static final float O3_8H_CAP = 300;

    /** What the files have of the 24 hours of a station's day. */
    public enum Completeness {
        /** All 24. */
        COMPLETE,
        /** Hours are missing at this station only: blank cells. */
        BLANK_CELLS,
        /** Hours are missing for all stations: the archive has no such row. */
        ARCHIVE_LACKS_HOURS
    }

    /** How a published figure compares with the computed one. */
    public enum Outcome {
        EQUAL,
        /** The mean of the printed hours lies exactly between two figures, and the network took the other one. */
        TIE_TAKEN_THE_OTHER_WAY,
        /** An 8-h mean of O3 above 300 µg/m³, which the network prints as 300. */
        PRINTED_AS_300,
        /** Different, as hours that the files lack can make it. */
        MISSING_HOURS_CAN_EXPLAIN,
        /** Different beyond that. */
        NOT_EXPLAINED,
        /** Too few hours for a valid day. */
        NOT_VALID
    }

    /** A published column with the rule that gives it. */
    public enum Column {
        SO2(Quantity.SO2, Quantity.SO2_24H, 0),
        NO2(Quantity.NO2, Quantity.NO2_24H, 0),
        PM10(Quantity.PM10, Quantity.PM10_24H, 0),
        CO(Quantity.CO, Quantity.CO_24H, 1),
        PM25(Quantity.PM25, Quantity.PM25_24H, 0),
        O3_MAX_1H(Quantity.O3, Quantity.O3_24H, 0),
        O3_MAX_8H(Quantity.O3, Quantity.O3_8H_24H, 0);

        private final Quantity hourly;
        private final Quantity published;
        private final int decimals;

        Column(Quantity hourly, Quantity published, int decimals) {
            this.hourly = hourly;
            this.published = published;
            this.decimals = decimals;
        }

        /** Name of the published column. */
        public String label() {
            return published.label();
        }
    }

    /** Compares all station-days that have a published figure. */
    public static DailyComparison of(HourTable table, RuleSet rules, Column column) {
        return new DailyComparison(new Counting(table, rules, column).count());
    }

    /** Station-days of a kind. */
    public int count(Completeness completeness, Outcome outcome) {
        return counts.getOrDefault(completeness, Map.of()).getOrDefault(outcome, 0);
    }

    private static final class Counting {
        private final HourTable table;
        private final Column column;
        private final Function<float[], DailyValue> rule;
        private final Map<Integer, boolean[]> hoursInFiles = new HashMap<>();
        private final Map<Completeness, Map<Outcome, Integer>> counts = new EnumMap<>(Completeness.class);

        Counting(HourTable table, RuleSet rules, Column column) {
            this.table = table;
            this.column = column;
            DayRules days = rules.dayRules();
            this.rule = switch (column) {
                case SO2, NO2, PM10, CO, PM25 -> days::mean;
                case O3_MAX_1H -> days::greatestHour;
                case O3_MAX_8H -> days::greatest8Hours;
            };
        }

        Map<Completeness, Map<Outcome, Integer>> count() {
            table.stations().forEach(station -> station.forEachDay(day -> noteHours(station, day)));
            table.stations().forEach(station -> station.forEachDay(day -> compare(station, day)));
            return counts;
        }

        private void noteHours(StationHours station, int day) {
            boolean[] there = hoursInFiles.computeIfAbsent(day, _ -> new boolean[HourEnding.SLOTS_PER_DAY]);
            float[] hours = PublishedTable.day(station, column.hourly, day);
            for (int i = 0; i < there.length; i++) {
                there[i] |= !Float.isNaN(hours[i]);
            }
        }

        private void compare(StationHours station, int day) {
            float published = PublishedTable.value(station, column.published, day, HourEnding.SLOTS_PER_DAY);
            if (Float.isNaN(published)) {
                return;
            }
            float[] hours = PublishedTable.day(station, column.hourly, day);
            counts.computeIfAbsent(completeness(hours, day), _ -> new EnumMap<>(Outcome.class))
                    .merge(outcome(station, day, hours, published), 1, Integer::sum);
        }

        private Completeness completeness(float[] hours, int day) {
            boolean[] there = hoursInFiles.getOrDefault(day, new boolean[hours.length]);
            Completeness completeness = Completeness.COMPLETE;
            for (int i = 0; i < hours.length; i++) {
                if (!there[i]) {
                    return Completeness.ARCHIVE_LACKS_HOURS;
                }
                if (Float.isNaN(hours[i])) {
                    completeness = Completeness.BLANK_CELLS;
                }
            }
            return completeness;
        }

        private Outcome outcome(StationHours station, int day, float[] hours, float published) {
            DailyValue computed = rule.apply(hours);
            if (!computed.valid()) {
                return Outcome.NOT_VALID;
            }
            double unit = Math.pow(10, -column.decimals);
            if (Math.abs(Gbt8170.round(computed.value(), column.decimals) - published) < unit / 2) {
                return Outcome.EQUAL;
            }
            double distance = Math.abs(computed.value() - published);
            if (Math.abs(distance - unit / 2) < 1e-6) {
                return Outcome.TIE_TAKEN_THE_OTHER_WAY;
            }
            if (column == Column.O3_MAX_8H && published == O3_8H_CAP && computed.value() > O3_8H_CAP) {
                return Outcome.PRINTED_AS_300;
            }
            return within(station, day, hours, published, unit / 2)
                    ? Outcome.MISSING_HOURS_CAN_EXPLAIN
                    : Outcome.NOT_EXPLAINED;
        }

        /** Whether hours between 0 and the greatest of three days, put where hours are missing, can give the figure. */
        private boolean within(StationHours station, int day, float[] hours, float published, double half) {
            // the greatest hour of the day may itself be the one that is missing
            float greatest = column == Column.O3_MAX_1H ? published : 0;
            for (int d = day - 1; d <= day + 1; d++) {
                for (float hour : PublishedTable.day(station, column.hourly, d)) {
                    greatest = Float.isNaN(hour) ? greatest : Math.max(greatest, hour);
                }
            }
            double least = rule.apply(filled(hours, 0)).value();
            double most = Math.max(
                    rule.apply(filled(hours, greatest)).value(),
                    rule.apply(hours).value());
            return published >= least - half - 1e-6 && published <= most + half + 1e-6;
        }

        private static float[] filled(float[] hours, float value) {
            float[] filled = hours.clone();
            for (int i = 0; i < filled.length; i++) {
                filled[i] = FixedPoint.of(hours[i]) == FixedPoint.MISSING ? value : hours[i];
            }
            return filled;
        }
    }
}
