package dev.labwire.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after so many failures in a row: doubling up to a longest wait, and never giving up. A tenth of
 * jitter keeps what failed together from returning together.
 *
 * @param first the wait after the first failure
 * @param longest the wait that is not exceeded
 */
public record Backoff(Duration first, Duration longest) {

    private static final double JITTER = 0.1;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a back-off needs 0 < first <= longest");
        }
    }

    /** The wait after the given number of failures in a row, between 90 % and 110 % of its nominal length. */
    public Duration after(int failures, RandomGenerator chance) {
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        double nominal = Math.min((double) first.toMillis() * (1L << doublings), longest.toMillis());
        double jitter = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.min((long) (nominal * jitter), longest.toMillis()));
    }
}
