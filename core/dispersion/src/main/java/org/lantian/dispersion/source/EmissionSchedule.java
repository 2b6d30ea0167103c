package org.lantian.dispersion.source;

import java.time.DayOfWeek;
import java.util.Arrays;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.Check;

/** How the rate of a source changes from hour to hour. */
public sealed interface EmissionSchedule {

    /** The rate as given, in each hour. */
    record Constant() implements EmissionSchedule {}

    /** Rate, and gas of a stack, are given hour by hour with the weather. */
    record Hourly() implements EmissionSchedule {}

    /**
     * Factors on the rate.
     *
     * @param kind what chooses the factor
     * @param table factors in the order of the kind
     */
    record Factors(Kind kind, double[] table) implements EmissionSchedule {

        public Factors {
            table = table.clone();
            Check.that(table.length == kind.size(), kind + " needs " + kind.size() + " factors, not " + table.length);
            Check.that(
                    Arrays.stream(table).allMatch(f -> f >= 0 && Double.isFinite(f)),
                    "emission factors are finite and not negative");
        }

        @Override
        public double[] table() {
            return table.clone();
        }

        /** The factor of an hour. */
        public double at(HourStamp hour, double windSpeed) {
            return table[kind.index(hour, windSpeed)];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Factors(Kind otherKind, double[] otherTable)
                    && kind == otherKind
                    && Arrays.equals(table, otherTable);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + Arrays.hashCode(table);
        }
    }

    /** What chooses an emission factor; the table runs in the order that is named. */
    enum Kind {
        /** January to December. */
        MONTH(12),
        /** Hours ending 1 to 24. */
        HOUR_OF_DAY(24),
        /** Winter (December to February), spring, summer, autumn. */
        SEASON(4),
        /** Hours within seasons. */
        SEASON_HOUR(4 * 24),
        /** Hours within months within weekday, Saturday, Sunday. */
        MONTH_HOUR_WEEKDAY(3 * 12 * 24),
        /** Six classes of the reference wind speed. */
        WIND_CLASS(6);

        /** Upper bounds of the wind classes, m/s; a bound belongs to the lower class. */
        private static final double[] WIND_BOUNDS = {1.54, 3.09, 5.14, 8.23, 10.80};

        private final int size;

        Kind(int size) {
            this.size = size;
        }

        /** Number of factors. */
        public int size() {
            return size;
        }

        int index(HourStamp hour, double windSpeed) {
            int month = hour.month() - 1;
            int ofDay = hour.hour() - 1;
            int season = hour.month() % 12 / 3;
            return switch (this) {
                case MONTH -> month;
                case HOUR_OF_DAY -> ofDay;
                case SEASON -> season;
                case SEASON_HOUR -> season * 24 + ofDay;
                case MONTH_HOUR_WEEKDAY -> (dayKind(hour) * 12 + month) * 24 + ofDay;
                case WIND_CLASS -> windClass(windSpeed);
            };
        }

        private static int dayKind(HourStamp hour) {
            DayOfWeek day = hour.date().getDayOfWeek();
            return day == DayOfWeek.SATURDAY ? 1 : day == DayOfWeek.SUNDAY ? 2 : 0;
        }

        private static int windClass(double windSpeed) {
            int index = 0;
            while (index < WIND_BOUNDS.length && windSpeed > WIND_BOUNDS[index]) {
                index++;
            }
            return index;
        }
    }
}
