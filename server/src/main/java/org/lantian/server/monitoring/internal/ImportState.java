package org.lantian.server.monitoring.internal;

import java.util.Locale;

/** Where an import is in its life. */
public enum ImportState {
    QUEUED,
    RUNNING,
    /** Everything acceptable is stored; of a dry run: everything was tried. */
    DONE,
    /** Nothing was stored. */
    FAILED,
    /** Nothing was stored, because somebody wanted it so. */
    CANCELLED;

    /** As in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isEnd() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
