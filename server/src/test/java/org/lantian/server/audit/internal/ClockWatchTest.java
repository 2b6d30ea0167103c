package org.lantian.server.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest(city = LantianTest.GENERATED)
@DisplayName("The clock")
class ClockWatchTest {

    private final AloneWriter alone;
    private final ChainEvents events;
    private final JdbcClient jdbc;

    @Autowired
    ClockWatchTest(AloneWriter alone, ChainEvents events, JdbcClient jdbc) {
        this.alone = alone;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A clock that somebody sets. */
    private static final class SetClock extends Clock {
        private Duration off = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(off);
        }
    }

    private List<String> recorded(String action) {
        return jdbc.sql("SELECT after FROM audit_event WHERE action = ? ORDER BY sequence")
                .param(action)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    @DisplayName(
            "that is set forward or back is recorded, one that runs is not; one that differs from the database's is, once")
    void jumps() {
        SetClock clock = new SetClock();
        ClockWatch watch = new ClockWatch(alone, events, jdbc, clock, System::nanoTime);
        watch.look();
        assertThat(recorded("clock.jumped")).isEmpty();
        clock.off = Duration.ofHours(1);
        watch.look();
        watch.look();
        assertThat(recorded("clock.jumped")).hasSize(1);
        assertThat(recorded("clock.jumped").getFirst()).containsPattern("\"seconds\":(3599|3600)");
        assertThat(recorded("clock.differs")).hasSize(1);
        clock.off = Duration.ZERO;
        watch.look();
        assertThat(recorded("clock.jumped")).hasSize(2);
        assertThat(recorded("clock.jumped").getLast()).containsPattern("\"seconds\":-(3599|3600)");
        assertThat(recorded("clock.differs")).hasSize(1);
    }
}
