package org.lantian.bench;

/** A benchmark could not run because something it needs is not there; the message says what. */
public final class SkippedException extends RuntimeException {
    public SkippedException(String message) {
        super(message);
    }
}
