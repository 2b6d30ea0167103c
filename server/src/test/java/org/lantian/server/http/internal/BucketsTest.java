package org.lantian.server.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.http.HttpSettings.Rate;

@DisplayName("The rate of calls")
class BucketsTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final Buckets buckets = new Buckets(new Rate(5, 60), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    @DisplayName("allows a burst, then one call as fast as the bucket fills again, and says how long to wait")
    void burst() {
        for (int i = 0; i < 5; i++) {
            assertThat(buckets.take("a")).isEmpty();
        }
        assertThat(buckets.take("a"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1)));
        assertThat(buckets.take("b")).as("somebody else").isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    @DisplayName("remembers a bounded number of callers")
    void bounded() {
        for (int i = 0; i < Buckets.CAPACITY + 1_000; i++) {
            buckets.take("caller " + i);
        }
        assertThat(buckets.size()).isEqualTo(Buckets.CAPACITY);
    }
}
