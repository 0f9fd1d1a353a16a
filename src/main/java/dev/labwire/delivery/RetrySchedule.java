package dev.labwire.delivery;

import dev.labwire.job.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again, and when no more. */
sealed interface RetrySchedule {

    /**
     * When to make the next attempt.
     *
     * @param attempts made so far, all of which came to nothing
     * @param wait how long the other side asks to be left alone
     * @return empty to give up
     */
    Optional<Instant> next(int attempts, Instant created, Instant now, @Nullable Duration wait, RandomGenerator chance);

    /** Ever rarer until it has been tried for so long. */
    record Until(Backoff backoff, Duration giveUpAfter) implements RetrySchedule {

        @Override
        public Optional<Instant> next(
                int attempts, Instant created, Instant now, @Nullable Duration wait, RandomGenerator chance) {
            return now.isBefore(created.plus(giveUpAfter))
                    ? Optional.of(now.plus(backoff.after(attempts, chance)))
                    : Optional.empty();
        }
    }

    /** After these waits, a tenth more or less, or after the longer one that is asked for. */
    record Steps(List<Duration> waits) implements RetrySchedule {

        private static final double JITTER = 0.1;
        private static final Duration LONGEST_ASKED = Duration.ofDays(2);

        public Steps {
            waits = List.copyOf(waits);
        }

        @Override
        public Optional<Instant> next(
                int attempts, Instant created, Instant now, @Nullable Duration wait, RandomGenerator chance) {
            if (attempts > waits.size()) {
                return Optional.empty();
            }
            double jitter = 1 + JITTER * (2 * chance.nextDouble() - 1);
            Duration own = Duration.ofMillis((long) (waits.get(attempts - 1).toMillis() * jitter));
            Duration asked = wait == null ? Duration.ZERO : wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait;
            return Optional.of(now.plus(asked.compareTo(own) > 0 ? asked : own));
        }
    }

    /** Standard Webhooks' schedule: ten attempts over three days. */
    RetrySchedule WEBHOOK = new Steps(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    /** Mails: after two minutes first, four hours apart at most. */
    static RetrySchedule mail(Duration giveUpAfter) {
        return new Until(new Backoff(Duration.ofMinutes(2), Duration.ofHours(4)), giveUpAfter);
    }
}
