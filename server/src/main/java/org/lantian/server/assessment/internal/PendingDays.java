package org.lantian.server.assessment.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The station-days whose hours changed after their daily values were computed: rows of {@code station_day_changed}, put
 * there by an import in its own transaction.
 */
@Repository
public class PendingDays {

    private final JdbcClient jdbc;

    PendingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Station-days to compute. */
    public long count() {
        return jdbc.sql("SELECT count(*) FROM station_day_changed")
                .query(Long.class)
                .single();
    }

    /**
     * Lets one computation at a time go on, also among several processes, until the transaction ends: two that each took
     * some stations of a day would each compute its city without the other's.
     */
    void waitForTurn() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('air_day'))").query(row -> {});
    }

    /**
     * Takes the oldest days; they are gone only when the transaction commits. Rows held by an import that is still at
     * work are left for later.
     */
    List<StationDay> take(int greatestNumber) {
        return jdbc
                .sql("""
                        DELETE FROM station_day_changed
                         WHERE ctid = ANY (ARRAY(
                               SELECT ctid FROM station_day_changed
                                ORDER BY city_day, station_id LIMIT :number
                                  FOR UPDATE SKIP LOCKED))
                        RETURNING station_id, city_day
                        """)
                .param("number", greatestNumber)
                .query((row, _) ->
                        new StationDay(row.getInt("station_id"), row.getObject("city_day", java.time.LocalDate.class)))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Marks every station-day that is held. */
    void markAll() {
        jdbc.sql("""
                        INSERT INTO station_day_changed (station_id, city_day)
                        SELECT station_id, city_day FROM station_day
                            ON CONFLICT DO NOTHING
                        """).update();
    }
}
