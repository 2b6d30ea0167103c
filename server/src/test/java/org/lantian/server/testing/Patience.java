package org.lantian.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself; so long that only what never comes fails, on however busy a machine. */
public final class Patience {

    public static final Duration LONG = Duration.ofSeconds(90);

    private static final long LOOK_EVERY_MILLIS = 5;

    private Patience() {}

    /** Returns as soon as the condition holds. */
    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(limit);
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
