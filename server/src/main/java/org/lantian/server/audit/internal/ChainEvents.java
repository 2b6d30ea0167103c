package org.lantian.server.audit.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lantian.audit.ChainedEvent;
import org.lantian.audit.SealKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server by itself tells about the chain and the clock. */
@Component
class ChainEvents {

    private final JsonMapper mapper = new JsonMapper();

    /** The first event: it covers the lines from before the chain. */
    PreparedEvent begun(Connection connection) throws SQLException {
        CarriedOver lines = CarriedOver.read(connection);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("carriedOverLines", lines.count());
        facts.put("carriedOverSha256", lines.digest());
        return system("audit.begun", facts);
    }

    /** The last row is not the one that the server left. */
    PreparedEvent headDiffers(ChainHead head) {
        return system("audit.head-differs", Map.of("lastEvent", head.sequence()));
    }

    /** The last event was sealed with another key. */
    PreparedEvent keyChanged(SealKey key) {
        return system("audit.key-changed", Map.of("keyFingerprint", key.fingerprint()));
    }

    /** The time is now earlier than that of the last event. */
    PreparedEvent wentBack(OffsetDateTime last, OffsetDateTime now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("lastEvent", ChainedEvent.time(last));
        facts.put("now", ChainedEvent.time(now));
        facts.put("seconds", Duration.between(last, now).toMillis() / 1000.0);
        return system("clock.went-back", facts);
    }

    PreparedEvent system(String action, Map<String, ?> facts) {
        return new PreparedEvent(
                "SYSTEM",
                0,
                "system",
                "",
                "",
                action,
                "",
                "",
                "",
                null,
                mapper.writeValueAsString(facts),
                "",
                Map.of());
    }
}
