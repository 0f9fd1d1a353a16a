package dev.labwire.job;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Hands out the two things that tests replace: time and chance. */
final class Clock {

    /** Whole microseconds, because that is what the database keeps: an instant read back equals the one written. */
    @Produces
    @Singleton
    InstantSource instants(ClockConfig config) {
        return config.clockFile().<InstantSource>map(RehearsalClock::new).orElse(() -> Instant.now()
                .truncatedTo(ChronoUnit.MICROS));
    }

    @Produces
    @Singleton
    RandomGenerator chance() {
        return new java.security.SecureRandom();
    }
}
