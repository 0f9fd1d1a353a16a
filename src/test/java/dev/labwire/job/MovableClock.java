package dev.labwire.job;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The clock of all tests: it tells the real time until a test sets it, and stands still from then on. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock implements InstantSource {

    private volatile @Nullable Instant set;

    @Override
    public Instant instant() {
        Instant now = set;
        return now == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : now;
    }

    public void set(String instant) {
        set = Instant.parse(instant);
    }

    public void advance(Duration time) {
        set = instant().plus(time);
    }

    /** Tells the real time again. */
    public void release() {
        set = null;
    }
}
