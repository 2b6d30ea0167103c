package org.lantian.server.audit.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the change log. */
@Repository
public class ChangeRepository {

    private static final ZoneOffset CITY_TIME = ZoneOffset.ofHours(8);

    private final JdbcClient jdbc;

    ChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of the log.
     *
     * @param happened in city time
     */
    public record Change(
            long id, OffsetDateTime happened, String actor, String action, String subject, String detail) {}

    /** The newest changes with an id below this one, newest first. */
    public List<Change> listBefore(long id, int limit) {
        return jdbc.sql("""
                SELECT id, happened, actor, action, subject, detail FROM change_log
                WHERE id < ? ORDER BY id DESC LIMIT ?""")
                .params(id, limit)
                .query((row, number) -> new Change(
                        row.getLong("id"),
                        row.getObject("happened", OffsetDateTime.class).withOffsetSameInstant(CITY_TIME),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
