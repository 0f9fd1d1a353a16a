package dev.labwire.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Spreads work evenly, so many pieces a minute. Thread-safe. */
final class Pace {

    private final long spacingNanos;
    private long next = System.nanoTime();

    Pace(int perMinute) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("labwire.mail.messages-per-minute must be 1 at least, not " + perMinute);
        }
        this.spacingNanos = Duration.ofMinutes(1).toNanos() / perMinute;
    }

    /** Waits for the caller's turn; returns at once, with false, when interrupted. */
    boolean await() {
        try {
            TimeUnit.NANOSECONDS.sleep(reserve());
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long turn = Math.max(next, now);
        next = turn + spacingNanos;
        return turn - now;
    }
}
