package org.lantian.server.audit.internal;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.lantian.audit.ChainedEvent;

/** Events about the clock itself. */
final class ClockEvents {

    private ClockEvents() {}

    /** The time is now earlier than that of the last event. */
    static PreparedEvent wentBack(OffsetDateTime last, OffsetDateTime now) {
        String seconds = String.valueOf(Duration.between(last, now).toSeconds());
        return system(
                "clock.went-back",
                "{\"lastEvent\":\"" + ChainedEvent.time(last) + "\",\"now\":\"" + ChainedEvent.time(now)
                        + "\",\"seconds\":" + seconds + "}");
    }

    private static PreparedEvent system(String action, String after) {
        return new PreparedEvent("SYSTEM", 0, "system", "", "", action, "", "", "", null, after, "", Map.of());
    }
}
