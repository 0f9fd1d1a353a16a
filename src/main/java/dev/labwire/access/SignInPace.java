package dev.labwire.access;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down, and locks nobody out. From one network only a few passwords are looked at at once, and after some
 * wrong ones each further one waits its turn, right or wrong, so that many at once gain nothing; others, sessions and keys
 * are not slowed. Thread-safe.
 */
@Singleton
final class SignInPace {

    private static final int FREE_FAILURES = 5;
    private static final int MOST_AT_ONCE = 5;
    private static final Duration FIRST_STEP = Duration.ofMillis(250);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final Duration SHORT_WAIT = Duration.ofMillis(200);
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

    /**
     * How long to wait before asking again; zero where this attempt may be looked at now, and is to be {@link #ended} then.
     */
    synchronized Duration turn(String client) {
        Instant now = clock.instant();
        Attempts attempts = clients.computeIfAbsent(client, network -> new Attempts(now));
        if (attempts.isOver(now)) {
            attempts.failures = 0;
            attempts.next = now;
        }
        if (attempts.underWay >= MOST_AT_ONCE) {
            return SHORT_WAIT;
        }
        if (attempts.next.isAfter(now)) {
            return Duration.between(now, attempts.next);
        }
        attempts.underWay++;
        attempts.last = now;
        attempts.next = now.plus(step(attempts.failures));
        return Duration.ZERO;
    }

    /** Says what came of an attempt whose turn had come. */
    synchronized void ended(String client, boolean right) {
        Attempts attempts = clients.get(client);
        if (attempts == null) {
            return;
        }
        attempts.underWay = Math.max(0, attempts.underWay - 1);
        attempts.failures = right ? 0 : attempts.failures + 1;
        attempts.last = clock.instant();
        Instant next = attempts.last.plus(step(attempts.failures));
        attempts.next = right || attempts.next.isBefore(next) ? next : attempts.next;
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
        private int underWay;
        private Instant last;
        private Instant next;

        private Attempts(Instant now) {
            this.last = now;
            this.next = now;
        }

        /** Long ago, or of a time that is to come because the clock was set back: that must keep nobody waiting. */
        private boolean isOver(Instant now) {
            return last.plus(FORGOTTEN_AFTER).isBefore(now) || next.isAfter(now.plus(LONGEST_STEP));
        }
    }
}
