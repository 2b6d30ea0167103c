package org.lantian.server.audit.internal;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lantian.audit.ChainedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Bounds what anybody can make the audit write. In each minute the first {@value #ALONE} events of an address and word are
 * written, as long as there are at most {@value #ALONE_IN_ALL} such events in all; the others are counted and summed up in one
 * event an address and word. Addresses beyond {@value #MOST_ADDRESSES} a minute are counted together. So a flood from any
 * number of addresses costs at most some 700 rows a minute.
 */
@Component
public class FloodGate {

    static final int ALONE = 5;
    static final int ALONE_IN_ALL = 500;
    static final int MOST_ADDRESSES = 200;

    private static final Logger LOG = LoggerFactory.getLogger(FloodGate.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String OTHERS = "*";

    private final AloneWriter alone;
    private final Clock clock;
    private final Map<Key, Count> counts = new LinkedHashMap<>();
    private int writtenAlone;
    private Instant minuteBegan;

    FloodGate(AloneWriter alone, Clock clock) {
        this.alone = alone;
        this.clock = clock;
        this.minuteBegan = clock.instant();
    }

    private record Key(String address, String action) {}

    /** How many of a kind there were in this minute, and the first of those that were only counted. */
    private static final class Count {
        private long all;
        private long counted;
    }

    /** Writes the event, or counts it when there are too many like it. */
    public void note(PreparedEvent event) {
        if (admit(event)) {
            alone.write(event);
        }
    }

    /** As {@link #note}, for something more exact than that the current request was refused. */
    public void noteForRequest(PreparedEvent event) {
        note(event);
        RefusalFilter.noted();
    }

    private synchronized boolean admit(PreparedEvent event) {
        Key key = new Key(event.address(), event.action());
        Count count = counts.get(key);
        if (count == null && counts.size() >= MOST_ADDRESSES) {
            count = counts.computeIfAbsent(new Key(OTHERS, event.action()), unknown -> new Count());
        } else if (count == null) {
            count = new Count();
            counts.put(key, count);
        }
        count.all++;
        if (count.all <= ALONE && writtenAlone < ALONE_IN_ALL) {
            writtenAlone++;
            return true;
        }
        count.counted++;
        return false;
    }

    /** Sums up what was counted since the last time. */
    @Scheduled(fixedRate = 60_000, initialDelay = 60_000)
    void sumUp() {
        for (PreparedEvent sum : takeSums()) {
            try {
                alone.write(sum);
            } catch (RuntimeException e) {
                LOG.warn("the sum of a flood could not be written: {}", sum.after(), e);
            }
        }
    }

    private synchronized List<PreparedEvent> takeSums() {
        Instant now = clock.instant();
        List<PreparedEvent> sums = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count.counted > 0) {
                sums.add(sum(key, count, now));
            }
        });
        counts.clear();
        writtenAlone = 0;
        minuteBegan = now;
        return sums;
    }

    private PreparedEvent sum(Key key, Count count, Instant now) {
        Instant from = minuteBegan.isAfter(now.minus(MINUTE.multipliedBy(2))) ? minuteBegan : now.minus(MINUTE);
        String facts = "{\"action\":\"" + key.action + "\",\"count\":" + count.counted + ",\"from\":\""
                + ChainedEvent.time(from.atOffset(ZoneOffset.UTC)) + "\",\"until\":\""
                + ChainedEvent.time(now.atOffset(ZoneOffset.UTC)) + "\"}";
        return new PreparedEvent(
                "SYSTEM", 0, "system", key.address, "", "flood.summed", "", "", key.action, null, facts, "", Map.of());
    }

    @PreDestroy
    void close() {
        sumUp();
    }
}
