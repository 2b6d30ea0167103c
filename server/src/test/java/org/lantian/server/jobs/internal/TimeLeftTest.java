package org.lantian.server.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The estimate of the time left")
class TimeLeftTest {

    private static final double SECOND = 1e9;

    @Property(tries = 200)
    @Label("is right at every moment of a job of constant speed, once it says something")
    void constantSpeed(
            @ForAll @DoubleRange(min = 3, max = 36_000) double total,
            @ForAll @DoubleRange(min = 0.01, max = 3) double step) {
        TimeLeft left = new TimeLeft(0, 0);
        for (double now = step; now < Math.min(total, 200); now += step) {
            left.measure((long) (now * SECOND), now / total);
            double expected = total - now;
            left.estimate((long) (now * SECOND))
                    .ifPresent(estimate -> assertThat(estimate.toMillis() / 1000.0)
                            .isBetween(expected * 0.99 - 0.3 - step, expected * 1.01 + 0.3 + step));
        }
    }

    @Test
    @DisplayName("is not given before anything could be measured")
    void nothingYet() {
        TimeLeft left = new TimeLeft(0, 0);
        assertThat(left.estimate((long) (60 * SECOND))).isEmpty();
        left.measure((long) SECOND, 0.5);
        assertThat(left.estimate((long) SECOND)).as("after a second").isEmpty();
        assertThat(left.estimate((long) (2 * SECOND))).isPresent();
    }

    @Test
    @DisplayName("is not given by a job that has never moved")
    void neverMoved() {
        TimeLeft left = new TimeLeft(0, 0);
        for (int second = 1; second < 100; second++) {
            left.measure((long) (second * SECOND), 0);
        }
        assertThat(left.estimate((long) (100 * SECOND))).isEmpty();
    }

    @Test
    @DisplayName("follows a job that becomes slower, and grows while one stands still")
    void changingSpeed() {
        TimeLeft left = new TimeLeft(0, 0);
        for (int second = 1; second <= 10; second++) {
            left.measure((long) (second * SECOND), second * 0.05);
        }
        Duration fast = left.estimate((long) (10 * SECOND)).orElseThrow();
        assertThat(fast.toSeconds()).isBetween(9L, 11L);
        for (int second = 11; second <= 130; second++) {
            left.measure((long) (second * SECOND), 0.5 + (second - 10) * 0.001);
        }
        Duration slow = left.estimate((long) (130 * SECOND)).orElseThrow();
        assertThat(slow.toSeconds()).isBetween(330L, 400L);
        Duration standing = left.estimate((long) (160 * SECOND)).orElseThrow();
        assertThat(standing).isGreaterThan(slow);
    }
}
