package org.lantian.server.http.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lantian.server.http.HttpSettings.Rate;

/**
 * One bucket of tokens for each caller. Of more callers than fit, the one silent for longest is forgotten; it starts
 * again with a full bucket, so a flood from many addresses costs no memory but makes nobody else wait either.
 */
final class Buckets {

    static final int CAPACITY = 20_000;

    private final Rate rate;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CAPACITY;
        }
    };

    Buckets(Rate rate) {
        this(rate, TimeMeter.SYSTEM_NANOTIME);
    }

    Buckets(Rate rate, TimeMeter clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Takes one token; gives how long to wait when there is none. */
    Optional<Duration> take(String caller) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(caller, any -> bucket());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
