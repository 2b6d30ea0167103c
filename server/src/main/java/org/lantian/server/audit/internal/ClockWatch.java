package org.lantian.server.audit.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.lantian.audit.ChainedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the clock on which every time in the audit rests. A clock that is set shows as a difference to the processor's own count
 * of time; a wrong one, as a difference to the database's. (A clock set back while the server was down is noticed by the
 * first event: its time is before that of the last.)
 */
@Component
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration JUMP = Duration.ofSeconds(2);
    private static final Duration DIFFERENCE = Duration.ofSeconds(5);

    private final AloneWriter alone;
    private final ChainEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private Instant lastWall;
    private long lastNanos;
    private boolean differs;

    @Autowired
    ClockWatch(AloneWriter alone, ChainEvents events, JdbcClient jdbc, Clock clock) {
        this(alone, events, jdbc, clock, System::nanoTime);
    }

    ClockWatch(AloneWriter alone, ChainEvents events, JdbcClient jdbc, Clock clock, LongSupplier nanoTime) {
        this.alone = alone;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lastWall = clock.instant();
        this.lastNanos = nanoTime.getAsLong();
    }

    @Scheduled(fixedRate = 10_000, initialDelay = 10_000)
    void look() {
        try {
            lookForJump();
            compareWithDatabase();
        } catch (RuntimeException e) {
            LOG.warn("the clock could not be watched: {}", e.toString());
        }
    }

    private void lookForJump() {
        Instant wall = clock.instant();
        long nanos = nanoTime.getAsLong();
        Instant expected = lastWall.plusNanos(nanos - lastNanos);
        lastWall = wall;
        lastNanos = nanos;
        Duration jump = Duration.between(expected, wall);
        if (jump.abs().compareTo(JUMP) > 0) {
            alone.write(events.system("clock.jumped", facts("expected", expected, "now", wall, jump)));
        }
    }

    private void compareWithDatabase() {
        Instant before = clock.instant();
        Instant database = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        Duration difference = Duration.between(database, middle);
        boolean now = difference.abs().compareTo(DIFFERENCE) > 0;
        if (now && !differs) {
            alone.write(events.system("clock.differs", facts("database", database, "now", middle, difference)));
        }
        differs = now;
    }

    private static Map<String, Object> facts(
            String oneName, Instant one, String otherName, Instant other, Duration difference) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(oneName, ChainedEvent.time(one.atOffset(ZoneOffset.UTC)));
        facts.put(otherName, ChainedEvent.time(other.atOffset(ZoneOffset.UTC)));
        facts.put("seconds", difference.toMillis() / 1000.0);
        return facts;
    }
}
