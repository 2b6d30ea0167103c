package org.lantian.server.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five failures in a row, for a name or from an address, each further attempt must wait
 * longer. A name that does not exist is treated like one that does.
 */
@Component
public class LoginThrottle {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** Failures older than this are forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);

    /** Names and addresses remembered; the one unused for longest is forgotten first. */
    private static final int CAPACITY = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > CAPACITY;
        }
    };

    private record Failures(int count, Instant last) {}

    public LoginThrottle() {
        this(InstantSource.system());
    }

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks whether somebody may try now. An attempt that may counts as failed until {@link #succeeded} says otherwise, so
     * that many at once cannot slip through.
     *
     * @return how long to wait, empty when the attempt may be made
     */
    public synchronized Optional<Duration> begin(String username, String address) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (String key : keys(username, address)) {
            Failures earlier = failures.get(key);
            if (earlier != null && earlier.last().plus(MEMORY).isBefore(now)) {
                failures.remove(key);
            } else if (earlier != null) {
                Duration wait = Duration.between(now, earlier.last().plus(delay(earlier.count())));
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }
        if (longest.isPositive()) {
            return Optional.of(longest);
        }
        for (String key : keys(username, address)) {
            failures.merge(key, new Failures(1, now), (earlier, one) -> new Failures(earlier.count() + 1, now));
        }
        return Optional.empty();
    }

    /** The attempt was good: its name and address start afresh. */
    public synchronized void succeeded(String username, String address) {
        keys(username, address).forEach(failures::remove);
    }

    static Duration delay(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES, 10);
        Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static List<String> keys(String username, String address) {
        // a long name would make the memory unbounded after all
        String name = username.length() > 100 ? username.substring(0, 100) : username;
        return List.of("name " + name, "address " + address);
    }
}
