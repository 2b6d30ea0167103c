package org.lantian.server.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of the view {@code audit_line}: an event, or a line from before the chain. */
public record EventRow(
        long sequence,
        OffsetDateTime happened,
        String actorKind,
        long actorId,
        String actor,
        String address,
        String request,
        String action,
        String entityType,
        String entityId,
        String subject,
        @Nullable String before,
        @Nullable String after,
        String reason,
        String personal,
        @Nullable String hash) {

    static EventRow of(ResultSet row, int number) throws SQLException {
        return new EventRow(
                row.getLong("sequence"),
                row.getObject("happened", OffsetDateTime.class),
                row.getString("actor_kind"),
                row.getLong("actor_id"),
                row.getString("actor"),
                row.getString("address"),
                row.getString("request"),
                row.getString("action"),
                row.getString("entity_type"),
                row.getString("entity_id"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("personal"),
                row.getString("hash"));
    }
}
