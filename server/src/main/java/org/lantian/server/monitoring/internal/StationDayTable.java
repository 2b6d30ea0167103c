package org.lantian.server.monitoring.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lantian.quantities.Parameter;

/** The statements on table {@code station_day} that move many rows. None takes text from outside. */
final class StationDayTable {

    private static final String NUMBERS = "station_id, city_day, import_id, rules, flagged";
    private static final String ARRAYS = StoredParameters.columns("") + ", " + StoredParameters.columns("_f");
    private static final String SOURCES = "source_imports, sources";

    /** What {@link StationHours#write} writes. */
    static final String COLUMNS = NUMBERS + ", " + StoredParameters.columns("_n") + ", " + ARRAYS + ", " + SOURCES;

    static final int COLUMN_COUNT = 5 + 3 * StoredParameters.COUNT + 2;

    private StationDayTable() {}

    /**
     * Rows of stations over days, by station and day: station, day, then what {@link StationHours#load} reads.
     *
     * @param stationIds ids of table station
     */
    static CopyReader readAll(Connection connection, Collection<Integer> stationIds, LocalDate first, LocalDate last)
            throws SQLException {
        return new CopyReader(
                connection,
                "SELECT station_id, city_day, import_id, " + ARRAYS + ", " + SOURCES + where(stationIds, first, last));
    }

    /** Rows of stations over days, by station and day: station, day, then values and flags of each parameter. */
    static CopyReader readSeries(
            Connection connection,
            Collection<Integer> stationIds,
            List<? extends Parameter> parameters,
            LocalDate first,
            LocalDate last)
            throws SQLException {
        String columns = parameters.stream()
                .map(parameter -> ", " + parameter.code() + ", " + parameter.code() + "_f")
                .collect(Collectors.joining());
        return new CopyReader(connection, "SELECT station_id, city_day" + columns + where(stationIds, first, last));
    }

    /** Adds rows of days that were not there. */
    static void insert(Connection connection, CopyRows rows) throws SQLException {
        rows.copyInto(connection, "station_day (" + COLUMNS + ")");
    }

    /** Replaces rows of days that were there. */
    static void update(Connection connection, CopyRows rows) throws SQLException {
        if (rows.rows() == 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS staged_day (LIKE station_day) ON COMMIT DROP");
            statement.execute("TRUNCATE staged_day");
            rows.copyInto(connection, "staged_day (" + COLUMNS + ")");
            statement.execute("UPDATE station_day AS d SET " + assignments()
                    + " FROM staged_day AS s WHERE d.station_id = s.station_id AND d.city_day = s.city_day");
        }
    }

    private static String assignments() {
        return List.of(COLUMNS.split(", ")).stream()
                .filter(column -> !column.equals("station_id") && !column.equals("city_day"))
                .map(column -> column + " = s." + column)
                .collect(Collectors.joining(", "));
    }

    private static String where(Collection<Integer> stationIds, LocalDate first, LocalDate last) {
        String ids = stationIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return " FROM station_day WHERE station_id = ANY ('{" + ids + "}') AND city_day BETWEEN '" + first + "' AND '"
                + last + "' ORDER BY station_id, city_day";
    }
}
