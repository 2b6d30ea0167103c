package org.lantian.server.assessment.internal;

import org.lantian.server.city.CityCatalog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices that kept days were computed by other rules or for another city pack, and has them computed again. */
@Component
class DayBasis {

    /** Raised whenever the way in which daily values are computed changes. */
    private static final int COMPUTATION_VERSION = 1;

    private final JdbcClient jdbc;
    private final PendingDays pending;
    private final String current;

    DayBasis(JdbcClient jdbc, PendingDays pending, CityCatalog catalog) {
        this.jdbc = jdbc;
        this.pending = pending;
        this.current = "computation " + COMPUTATION_VERSION + ", pack " + catalog.packHash();
    }

    @Transactional
    void refresh() {
        String kept = jdbc.sql("SELECT basis FROM air_day_basis")
                .query(String.class)
                .optional()
                .orElse("");
        if (kept.equals(current)) {
            return;
        }
        jdbc.sql("DELETE FROM air_day").update();
        pending.markAll();
        jdbc.sql("""
                        INSERT INTO air_day_basis (id, basis) VALUES (1, :basis)
                            ON CONFLICT (id) DO UPDATE SET basis = excluded.basis
                        """).param("basis", current).update();
    }
}
