package dev.labwire.timeline;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Ids of 65 random bits, in letters and digits that are not mistaken for each other. */
@Singleton
final class RandomIds implements PublicIds {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 13;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
