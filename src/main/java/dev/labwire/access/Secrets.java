package dev.labwire.access;

import dev.labwire.text.Hashes;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes secrets that nobody can guess. Only their hashes are kept: what has 256 bits of chance needs no slow hash. */
@Singleton
final class Secrets {

    private static final int BYTES = 32;

    private final RandomGenerator chance;

    Secrets(RandomGenerator chance) {
        this.chance = chance;
    }

    /** A new secret of 256 bits, in letters, digits, hyphens and underscores. */
    String make() {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String secret) {
        return Hashes.sha256Hex(secret);
    }
}
