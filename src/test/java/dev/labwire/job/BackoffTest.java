package dev.labwire.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMinutes(1), Duration.ofHours(12));

    @Test
    void doublesWithALittleJitter() {
        for (int failures = 1; failures <= 8; failures++) {
            double nominal = 60_000 * Math.pow(2, failures - 1);
            assertThat((double) backoff.after(failures, new Random(7)).toMillis())
                    .isBetween(nominal * 0.89, nominal * 1.11);
        }
    }

    @Test
    void neverEndsAndNeverExceedsItsCap() {
        assertThat(backoff.after(Integer.MAX_VALUE, new Random(7)))
                .isBetween(Duration.ofHours(10), Duration.ofHours(12));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
