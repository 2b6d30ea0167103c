package org.lantian.server.monitoring.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.QualityFlag;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Keyset.Kind;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What arrived, what is missing, what is doubtful and what was replaced. */
@Repository
public class DataBoard {

    private static final String COUNTS = StoredParameters.ALL.stream()
            .map(parameter -> "sum(" + parameter.code() + "_n) AS " + parameter.code() + "_n")
            .collect(Collectors.joining(", "));

    private static final Keyset<Revision> REVISIONS =
            Keyset.of("r.id", Kind.LONG, Revision::id).usually("-id");

    /** Station, parameter and slot of a value as one number. */
    private static final String PLACE = "d.station_id::bigint * 10000 + p.place * 100 + s.slot";

    private static final Keyset<Flagged> FLAGGED = Keyset.of(PLACE, Kind.LONG, Flagged::place)
            .by("day", "d.city_day", Kind.DATE, Flagged::cityDay)
            .usually("day");

    /** Each stored parameter with its values and flags, for a station-day {@code d}. */
    private static final String PARAMETERS = IntStream.range(0, StoredParameters.ALL.size())
            .mapToObj(place -> {
                String code = StoredParameters.ALL.get(place).code();
                return "(" + place + ", d." + code + ", d." + code + "_f)";
            })
            .collect(Collectors.joining(", ", "(VALUES ", ")"));

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
    public record Flagged(
            int stationId, LocalDate cityDay, int slot, Parameter parameter, float value, List<QualityFlag> flags) {

        public HourEnding hour() {
            return HourEnding.ofSlot(cityDay, slot);
        }

        private long place() {
            return stationId * 10_000L + StoredParameters.ALL.indexOf(parameter) * 100L + slot;
        }
    }

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

    /** Replaced values from one city day to another, of one station or (id 0) of all; newest first. */
    public Page<Revision> revisions(LocalDate from, LocalDate to, int stationId, PageQuery query) {
        Keyset.Slice<Revision> slice = REVISIONS.slice(query);
        return slice.page(jdbc.sql("""
                SELECT r.*, o.file_name AS old_file, coalesce(o.finished, o.requested) AS old_time,
                       n.file_name AS new_file
                  FROM observation_revision r
                  JOIN air_import o ON o.id = r.old_import_id
                  JOIN air_import n ON n.id = r.new_import_id
                 WHERE r.city_day BETWEEN :from AND :to AND (:station = 0 OR r.station_id = :station)
                   AND\s""" + slice.condition() + slice.order())
                .params(slice.parameters())
                .param("from", from)
                .param("to", to)
                .param("station", stationId)
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
                .list());
    }

    /** Values with flags from one city day to another, of one station or (id 0) of all, in the order of days. */
    public Page<Flagged> flagged(LocalDate from, LocalDate to, int stationId, PageQuery query) {
        Keyset.Slice<Flagged> slice = FLAGGED.slice(query);
        return slice.page(jdbc.sql(
                        "SELECT d.city_day, d.station_id, p.place, s.slot, s.value, s.flags FROM station_day d"
                                + " CROSS JOIN LATERAL " + PARAMETERS + " AS p (place, value, flags)"
                                + " CROSS JOIN LATERAL unnest(p.value, p.flags) WITH ORDINALITY AS s (value, flags, slot)"
                                + " WHERE d.flagged > 0 AND d.city_day BETWEEN :from AND :to"
                                + " AND (:station = 0 OR d.station_id = :station) AND s.flags <> 0"
                                + " AND " + slice.condition() + slice.order())
                .params(slice.parameters())
                .param("from", from)
                .param("to", to)
                .param("station", stationId)
                .query((row, number) -> new Flagged(
                        row.getInt("station_id"),
                        row.getObject("city_day", LocalDate.class),
                        row.getInt("slot"),
                        StoredParameters.ALL.get(row.getInt("place")),
                        row.getFloat("value"),
                        flags(row.getShort("flags"))))
                .list());
    }

    private static List<QualityFlag> flags(short bits) {
        return Arrays.stream(QualityFlag.values())
                .filter(flag -> flag.isIn(bits))
                .toList();
    }
}
