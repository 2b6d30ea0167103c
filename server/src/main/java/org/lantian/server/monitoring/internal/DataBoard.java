package org.lantian.server.monitoring.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.QualityFlag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What arrived, what is missing, what is doubtful and what was replaced. */
@Repository
public class DataBoard {

    private static final String COUNTS = StoredParameters.ALL.stream()
            .map(parameter -> "sum(" + parameter.code() + "_n) AS " + parameter.code() + "_n")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    DataBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The length of a period on the board. */
    public enum Step {
        DAY("city_day"),
        MONTH("date_trunc('month', city_day)::date");

        private final String expression;

        Step(String expression) {
            this.expression = expression;
        }
    }

    /**
     * One station in one period.
     *
     * @param begin first city day of the period
     * @param days city days of the period with any value
     * @param values per parameter the hours with a value; parameters without any are left out
     * @param flagged values with a flag
     * @param revised values that were replaced
     */
    public record Cell(
            int stationId, LocalDate begin, int days, Map<Parameter, Integer> values, int flagged, int revised) {}

    /** A value that was replaced. */
    public record Revision(
            long id,
            int stationId,
            HourEnding hour,
            String parameter,
            float oldValue,
            float newValue,
            int oldImport,
            String oldFile,
            Instant oldTime,
            int newImport,
            String newFile,
            Instant recorded) {}

    /** A value with flags. */
    public record Flagged(int stationId, HourEnding hour, Parameter parameter, float value, List<QualityFlag> flags) {}

    /** All stations with any value from one city day to another, both included. */
    public List<Cell> cells(LocalDate from, LocalDate to, Step step) {
        Map<String, Integer> revised = revised(from, to, step);
        return jdbc.sql("SELECT station_id, " + step.expression
                        + " AS period, count(*) AS days, sum(flagged) AS flagged, " + COUNTS
                        + " FROM station_day WHERE city_day BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY 1, 2")
                .params(from, to)
                .query((row, number) -> {
                    Map<Parameter, Integer> values = new LinkedHashMap<>();
                    for (Parameter parameter : StoredParameters.ALL) {
                        int count = row.getInt(parameter.code() + "_n");
                        if (count > 0) {
                            values.put(parameter, count);
                        }
                    }
                    int station = row.getInt("station_id");
                    LocalDate begin = row.getObject("period", LocalDate.class);
                    return new Cell(
                            station,
                            begin,
                            row.getInt("days"),
                            values,
                            row.getInt("flagged"),
                            revised.getOrDefault(station + " " + begin, 0));
                })
                .list();
    }

    private Map<String, Integer> revised(LocalDate from, LocalDate to, Step step) {
        Map<String, Integer> revised = new HashMap<>();
        jdbc.sql("SELECT station_id, " + step.expression + " AS period, count(*) AS revised FROM observation_revision"
                        + " WHERE city_day BETWEEN ? AND ? GROUP BY 1, 2")
                .params(from, to)
                .query(row -> {
                    revised.put(
                            row.getInt("station_id") + " " + row.getObject("period", LocalDate.class),
                            row.getInt("revised"));
                });
        return revised;
    }

    /** Replaced values from one city day to another, of one station or (id 0) of all, with an id below; newest first. */
    public List<Revision> revisions(LocalDate from, LocalDate to, int stationId, long before, int limit) {
        return jdbc.sql("""
                SELECT r.*, o.file_name AS old_file, coalesce(o.finished, o.requested) AS old_time,
                       n.file_name AS new_file
                  FROM observation_revision r
                  JOIN air_import o ON o.id = r.old_import_id
                  JOIN air_import n ON n.id = r.new_import_id
                 WHERE r.city_day BETWEEN :from AND :to AND (:station = 0 OR r.station_id = :station)
                   AND r.id < :before
                 ORDER BY r.id DESC LIMIT :limit""")
                .param("from", from)
                .param("to", to)
                .param("station", stationId)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Revision(
                        row.getLong("id"),
                        row.getInt("station_id"),
                        HourEnding.ofSlot(row.getObject("city_day", LocalDate.class), row.getInt("slot")),
                        row.getString("parameter"),
                        row.getFloat("old_value"),
                        row.getFloat("new_value"),
                        row.getInt("old_import_id"),
                        row.getString("old_file"),
                        row.getObject("old_time", OffsetDateTime.class).toInstant(),
                        row.getInt("new_import_id"),
                        row.getString("new_file"),
                        row.getObject("recorded", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Values with flags from one city day to another, of one station or (id 0) of all, in the order of time. */
    public List<Flagged> flagged(LocalDate from, LocalDate to, int stationId, int limit) {
        List<Flagged> flagged = new ArrayList<>();
        jdbc.sql("SELECT station_id, city_day, " + StoredParameters.columns("") + ", " + StoredParameters.columns("_f")
                        + " FROM station_day WHERE flagged > 0 AND city_day BETWEEN :from AND :to"
                        + " AND (:station = 0 OR station_id = :station) ORDER BY city_day, station_id LIMIT :limit")
                .param("from", from)
                .param("to", to)
                .param("station", stationId)
                .param("limit", limit) // each row has at least one
                .query(row -> {
                    int station = row.getInt("station_id");
                    LocalDate day = row.getObject("city_day", LocalDate.class);
                    for (Parameter parameter : StoredParameters.ALL) {
                        if (row.getArray(parameter.code() + "_f") != null) {
                            Short[] flags = (Short[])
                                    row.getArray(parameter.code() + "_f").getArray();
                            Float[] values =
                                    (Float[]) row.getArray(parameter.code()).getArray();
                            addFlagged(flagged, station, day, parameter, values, flags);
                        }
                    }
                });
        return flagged.size() <= limit ? flagged : List.copyOf(flagged.subList(0, limit));
    }

    private static void addFlagged(
            List<Flagged> flagged, int station, LocalDate day, Parameter parameter, Float[] values, Short[] flags) {
        for (int i = 0; i < flags.length; i++) {
            short bits = flags[i];
            if (bits != 0) {
                List<QualityFlag> set = new ArrayList<>();
                for (QualityFlag flag : QualityFlag.values()) {
                    if (flag.isIn(bits)) {
                        set.add(flag);
                    }
                }
                flagged.add(new Flagged(station, HourEnding.ofSlot(day, i + 1), parameter, values[i], set));
            }
        }
    }
}
