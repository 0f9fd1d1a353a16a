package dev.labwire.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down, and locks nobody out. After some wrong passwords from one network every further attempt from there
 * waits its turn before it is looked at, right or wrong, so that many at once gain nothing; others, sessions and keys are
 * not slowed. Where the wait would be too long the attempt is turned away with the time to come back. Thread-safe.
 */
@Singleton
final class SignInPace {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_STEP = Duration.ofMillis(250);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST_CLIENTS = 20_000;

    private final InstantSource clock;
    private final Map<String, Attempts> clients = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    SignInPace(InstantSource clock) {
        this.clock = clock;
    }

    /** How long to wait before this attempt is looked at; empty where it would be too long. */
    synchronized Optional<Duration> turn(String client) {
        Attempts attempts = clients.get(client);
        if (attempts == null) {
            return Optional.of(Duration.ZERO);
        }
        Instant now = clock.instant();
        if (attempts.last.plus(FORGOTTEN_AFTER).isBefore(now) || isOfAnotherTime(attempts, now)) {
            clients.remove(client);
            return Optional.of(Duration.ZERO);
        }
        Instant start = attempts.next.isAfter(now) ? attempts.next : now;
        Duration wait = Duration.between(now, start);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return Optional.empty();
        }
        attempts.next = start.plus(step(attempts.failures));
        return Optional.of(wait);
    }

    /** A clock that was set back must not keep anybody waiting. */
    private static boolean isOfAnotherTime(Attempts attempts, Instant now) {
        return attempts.next.isAfter(now.plus(LONGEST_WAIT).plus(LONGEST_STEP).plus(LONGEST_STEP));
    }

    synchronized void failed(String client) {
        Attempts attempts = clients.computeIfAbsent(client, network -> new Attempts());
        attempts.failures++;
        attempts.last = clock.instant();
        Instant next = attempts.last.plus(step(attempts.failures));
        attempts.next = attempts.next.isAfter(next) ? attempts.next : next;
    }

    synchronized void succeeded(String client) {
        clients.remove(client);
    }

    private static Duration step(int failures) {
        int beyond = failures - FREE_FAILURES;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration step = FIRST_STEP.multipliedBy(1L << Math.min(beyond, 10));
        return step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
    }

    private static final class Attempts {
        private int failures;
        private Instant last = Instant.EPOCH;
        private Instant next = Instant.EPOCH;
    }
}
