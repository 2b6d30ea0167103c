package org.lantian.server.monitoring.internal;

import java.util.concurrent.CancellationException;

/** The line between a running import and whoever watches or stops it. */
final class ImportControl {

    private volatile double progress;
    private volatile boolean cancelled;

    /** Part that is done, 0–1. */
    double progress() {
        return progress;
    }

    void cancel() {
        cancelled = true;
    }

    /** Called by the import wherever it can stop. */
    void report(double done) {
        progress = done;
        check();
    }

    void check() {
        if (cancelled) {
            throw new CancellationException("the import was cancelled");
        }
    }
}
