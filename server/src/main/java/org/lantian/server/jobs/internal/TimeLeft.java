package org.lantian.server.jobs.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * Estimates how long a job still takes from the speed it was measured to have, of which the last half minute counts most.
 * Not safe for several threads.
 */
final class TimeLeft {

    /** Speed measured so long ago counts a third. */
    private static final double MEMORY_SECONDS = 20;

    /** Closer measurements are taken together. */
    private static final double SHORTEST_SECONDS = 0.25;

    /** Before that, nothing is said. */
    private static final double PATIENCE_SECONDS = 2;

    private final long began;
    private double lastDone;
    private long lastTime;
    private double speed;
    private double weight;

    /** Begins to measure. */
    TimeLeft(long nanoTime, double done) {
        this.began = nanoTime;
        this.lastTime = nanoTime;
        this.lastDone = done;
    }

    void measure(long nanoTime, double done) {
        double seconds = (nanoTime - lastTime) / 1e9;
        if (seconds < SHORTEST_SECONDS) {
            return;
        }
        double fresh = 1 - Math.exp(-seconds / MEMORY_SECONDS);
        speed += fresh * (Math.max(0, done - lastDone) / seconds - speed);
        weight += fresh * (1 - weight);
        lastDone = done;
        lastTime = nanoTime;
    }

    /** What is left at this moment; empty while too little is known or nothing moves. */
    Optional<Duration> estimate(long nanoTime) {
        double standing = (nanoTime - lastTime) / 1e9;
        if ((nanoTime - began) / 1e9 < PATIENCE_SECONDS || weight == 0) {
            return Optional.empty();
        }
        // the speed since the beginning of memory; a standstill since the last measurement counts as such
        double present = speed / weight * Math.exp(-Math.max(0, standing - PATIENCE_SECONDS) / MEMORY_SECONDS);
        if (present <= 1e-9) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round(1000 * (1 - lastDone) / present)));
    }
}
