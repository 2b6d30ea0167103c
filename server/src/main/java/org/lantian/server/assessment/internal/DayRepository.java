package org.lantian.server.assessment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lantian.server.assessment.Subject;
import org.lantian.standards.assessment.DailyValue;
import org.lantian.standards.assessment.DailyValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code air_day}. */
@Repository
public class DayRepository {

    /** Order of the indicators in columns and in the bits of {@code valid}. */
    private static final List<String> COLUMNS = List.of("so2", "no2", "pm10", "co", "o3_1h", "o3_8h", "pm25");

    private static final String READ = """
            SELECT subject_id, city_day - ?::date, so2, no2, pm10, co, o3_1h, o3_8h, pm25,
                   so2_n, no2_n, pm10_n, co_n, o3_1h_n, o3_8h_n, pm25_n, valid, complete_hours, wind_n, stations
              FROM air_day
             WHERE subject_id = ANY (?) AND city_day BETWEEN ? AND ?
            """;

    private static final String WRITE = """
            INSERT INTO air_day (subject_id, city_day, so2, no2, pm10, co, o3_1h, o3_8h, pm25,
                   so2_n, no2_n, pm10_n, co_n, o3_1h_n, o3_8h_n, pm25_n, valid, complete_hours, wind_n, stations)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subject_id, city_day) DO UPDATE SET
                   so2 = excluded.so2, no2 = excluded.no2, pm10 = excluded.pm10, co = excluded.co,
                   o3_1h = excluded.o3_1h, o3_8h = excluded.o3_8h, pm25 = excluded.pm25,
                   so2_n = excluded.so2_n, no2_n = excluded.no2_n, pm10_n = excluded.pm10_n, co_n = excluded.co_n,
                   o3_1h_n = excluded.o3_1h_n, o3_8h_n = excluded.o3_8h_n, pm25_n = excluded.pm25_n,
                   valid = excluded.valid, complete_hours = excluded.complete_hours, wind_n = excluded.wind_n,
                   stations = excluded.stations
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    DayRepository(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** First and last city day with data of a subject. */
    public record Extent(LocalDate first, LocalDate last) {}

    /** The days of one subject. */
    public SubjectDays read(Subject subject, LocalDate from, LocalDate to) {
        return read(List.of(subject), from, to).getOrDefault(subject.id(), empty(from, to));
    }

    /** The days of several subjects by their id; each id has an entry. */
    public Map<Integer, SubjectDays> read(Collection<Subject> subjects, LocalDate from, LocalDate to) {
        int length = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        Map<Integer, List<Optional<StoredDay>>> days = new HashMap<>();
        subjects.forEach(subject ->
                days.put(subject.id(), new ArrayList<>(Collections.nCopies(length, Optional.<StoredDay>empty()))));
        Integer[] ids = days.keySet().toArray(Integer[]::new);
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(READ);
                    statement.setObject(1, from);
                    statement.setArray(2, connection.createArrayOf("integer", ids));
                    statement.setObject(3, from);
                    statement.setObject(4, to);
                    return statement;
                },
                row -> {
                    int index = row.getInt(2);
                    List<Optional<StoredDay>> list = days.get(row.getInt(1));
                    if (list != null) {
                        list.set(index, Optional.of(storedDay(row, from.plusDays(index))));
                    }
                });
        Map<Integer, SubjectDays> result = new HashMap<>();
        days.forEach((id, list) -> result.put(id, new SubjectDays(from, list)));
        return result;
    }

    private static SubjectDays empty(LocalDate from, LocalDate to) {
        int length = (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        return new SubjectDays(from, Collections.nCopies(length, Optional.empty()));
    }

    private static StoredDay storedDay(ResultSet row, LocalDate day) throws SQLException {
        int valid = row.getInt(17);
        DailyValues values = new DailyValues(
                day,
                value(row, 0, valid),
                value(row, 1, valid),
                value(row, 2, valid),
                value(row, 3, valid),
                value(row, 4, valid),
                value(row, 5, valid),
                value(row, 6, valid));
        return new StoredDay(values, row.getInt(18), row.getInt(19), row.getInt(20));
    }

    private static DailyValue value(ResultSet row, int indicator, int valid) throws SQLException {
        double value = row.getDouble(3 + indicator);
        return row.wasNull()
                ? DailyValue.NONE
                : new DailyValue(value, row.getInt(10 + indicator), (valid & (1 << indicator)) != 0);
    }

    /** Replaces the days of subjects. */
    void write(List<SubjectDay> days) {
        jdbc.batchUpdate(WRITE, days, 500, (statement, day) -> {
            statement.setInt(1, day.subjectId());
            statement.setObject(2, day.stored().values().day());
            List<DailyValue> values = inOrder(day.stored().values());
            int valid = 0;
            for (int i = 0; i < values.size(); i++) {
                DailyValue value = values.get(i);
                if (Double.isNaN(value.value())) {
                    statement.setNull(3 + i, Types.DOUBLE);
                } else {
                    statement.setDouble(3 + i, value.value());
                }
                statement.setInt(10 + i, value.count());
                valid |= value.valid() ? 1 << i : 0;
            }
            statement.setInt(17, valid);
            statement.setInt(18, day.stored().completeHours());
            statement.setInt(19, day.stored().windHours());
            statement.setInt(20, day.stored().stations());
        });
    }

    private static List<DailyValue> inOrder(DailyValues v) {
        List<DailyValue> values = List.of(v.so2(), v.no2(), v.pm10(), v.co(), v.o3Max1h(), v.o3Max8h(), v.pm25());
        assert values.size() == COLUMNS.size();
        return values;
    }

    /** Removes days on which nothing is measured any more. */
    void delete(List<SubjectDayKey> keys) {
        jdbc.batchUpdate("DELETE FROM air_day WHERE subject_id = ? AND city_day = ?", keys, 500, (statement, key) -> {
            statement.setInt(1, key.subjectId());
            statement.setObject(2, key.day());
        });
    }

    /** First and last day of each subject with data, by its id. */
    public Map<Integer, Extent> extents() {
        Map<Integer, Extent> extents = new HashMap<>();
        client.sql("""
                        SELECT s.id,
                               (SELECT min(city_day) FROM air_day d WHERE d.subject_id = s.id) AS first_day,
                               (SELECT max(city_day) FROM air_day d WHERE d.subject_id = s.id) AS last_day
                          FROM air_subject s
                        """).query(row -> {
            LocalDate first = row.getObject("first_day", LocalDate.class);
            if (first != null) {
                extents.put(row.getInt("id"), new Extent(first, row.getObject("last_day", LocalDate.class)));
            }
        });
        return extents;
    }

    /** Ids of the station subjects with wind on some day. */
    public List<Integer> withWind() {
        List<Integer> ids = new ArrayList<>();
        client.sql("""
                        SELECT s.id FROM air_subject s
                         WHERE s.kind = 'station'
                           AND EXISTS (SELECT 1 FROM air_day d WHERE d.subject_id = s.id AND d.wind_n > 0)
                        """).query(row -> {
            ids.add(row.getInt("id"));
        });
        return ids;
    }
}
