package dev.labwire.feed;

import dev.labwire.job.Backoff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Says how long a feed rests after a poll. */
@Singleton
final class FeedSchedule {

    static final Duration WHEN_BUSY = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
    private static final Duration LONGEST_RETRY = Duration.ofHours(12);

    private final RandomGenerator chance;

    FeedSchedule(RandomGenerator chance) {
        this.chance = chance;
    }

    /** After so many failures in a row, the last included; never sooner than the publisher wishes. */
    Duration afterFailure(Duration interval, int failures, @Nullable Duration notBefore) {
        Duration first = interval.compareTo(FIRST_RETRY) < 0 ? interval : FIRST_RETRY;
        Duration wait = new Backoff(first, LONGEST_RETRY).after(failures, chance);
        return notBefore == null || notBefore.compareTo(wait) < 0 ? wait : notBefore;
    }
}
