package org.lantian.server.jobs;

import java.util.Locale;

/** Where a job is in its life. */
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    /** Nothing came of it but the reason. */
    FAILED,
    /** Somebody wanted it so. */
    CANCELLED;

    /** As in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isEnd() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
