package dev.labwire.text;

import java.util.random.RandomGenerator;

/** Ids that nobody can guess, in letters and digits that are not mistaken for each other. */
public final class RandomId {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private RandomId() {}

    /** An id of so many characters, five bits each. */
    public static String of(RandomGenerator chance, int length) {
        StringBuilder id = new StringBuilder(length);
        for (int index = 0; index < length; index++) {
            id.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
