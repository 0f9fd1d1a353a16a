package dev.labwire.timeline;

import dev.labwire.text.RandomId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Ids of 65 random bits. */
@Singleton
final class RandomIds implements PublicIds {

    private static final int LENGTH = 13;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        return RandomId.of(random, LENGTH);
    }
}
