package org.lantian.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failed logins")
class LoginThrottleTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.begin(name, address)).isEmpty();
        }
    }

    @Test
    @DisplayName("are free five times, then wait 30 s, doubled each time up to 15 min")
    void delays() {
        fail(5, "admin", "10.0.0.1");
        assertThat(throttle.begin("admin", "10.0.0.1")).hasValue(Duration.ofSeconds(30));
        now.set(now.get().plusSeconds(31));
        fail(1, "admin", "10.0.0.1");
        assertThat(throttle.begin("admin", "10.0.0.1")).hasValue(Duration.ofSeconds(60));
        assertThat(LoginThrottle.delay(50)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    @DisplayName("count for the name from any address, and for the address with any name")
    void byNameAndAddress() {
        for (int i = 0; i < 5; i++) {
            fail(1, "admin", "10.0.0." + i);
        }
        assertThat(throttle.begin("admin", "10.0.1.1")).isPresent();
        for (int i = 0; i < 5; i++) {
            fail(1, "name" + i, "10.0.2.2");
        }
        assertThat(throttle.begin("another", "10.0.2.2")).isPresent();
        assertThat(throttle.begin("another", "10.0.3.3")).isEmpty();
    }

    @Test
    @DisplayName("are forgotten after a success and after an hour")
    void forgotten() {
        fail(4, "admin", "10.0.0.1");
        throttle.succeeded("admin", "10.0.0.1");
        fail(5, "admin", "10.0.0.1");
        now.set(now.get().plus(Duration.ofMinutes(61)));
        fail(5, "admin", "10.0.0.1");
    }

    @Test
    @DisplayName("take bounded memory, whoever asks")
    void bounded() {
        fail(5, "admin", "10.0.0.1");
        for (int i = 0; i < 20_000; i++) {
            throttle.begin("name" + i, "address" + i);
        }
        assertThat(throttle.begin("admin", "10.0.0.1"))
                .as("the oldest were forgotten")
                .isEmpty();
    }
}
