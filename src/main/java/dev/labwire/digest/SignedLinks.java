package dev.labwire.digest;

import dev.labwire.storage.WriteTransaction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens for links in mails: who has one may do the one thing that it is for, to the one thing that it names. They are signed
 * with HMAC-SHA-256 (RFC 2104) and a key that is made at the first start.
 */
@ApplicationScoped
class SignedLinks {

    private static final String KEY = "links";
    private static final int KEY_LENGTH = 32;
    private static final int LONGEST_TOKEN = 500;

    private final Keys keys;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private byte[] key = new byte[0];

    SignedLinks(Keys keys, InstantSource clock, RandomGenerator chance) {
        this.keys = keys;
        this.clock = clock;
        this.chance = chance;
    }

    /** What a token is for. */
    enum Purpose {
        CONFIRM,
        UNSUBSCRIBE,
        MANAGE
    }

    /**
     * What a token says.
     *
     * @param subject the id of what it is for
     */
    record Grant(Purpose purpose, String subject, Instant issuedAt) {}

    void start(@Observes @jakarta.annotation.Priority(1) StartupEvent event) {
        key();
    }

    private synchronized byte[] key() {
        if (key.length == 0) {
            byte[] fresh = new byte[KEY_LENGTH];
            chance.nextBytes(fresh);
            key = Base64.getDecoder()
                    .decode(keys.secret(KEY, Base64.getEncoder().encodeToString(fresh)));
        }
        return key.clone();
    }

    String token(Purpose purpose, String subject) {
        String text =
                purpose.name().charAt(0) + "." + subject + "." + clock.instant().getEpochSecond();
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return encoded(payload) + "." + encoded(signature(payload));
    }

    /** What the token grants; empty when it is forged, damaged or for something else. */
    Optional<Grant> read(Purpose purpose, String token) {
        String[] parts = token.length() > LONGEST_TOKEN ? new String[0] : token.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[0]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
            if (!MessageDigest.isEqual(signature, signature(payload))
                    || !encoded(signature).equals(parts[1])
                    || !encoded(payload).equals(parts[0])) {
                return Optional.empty();
            }
            String[] said = new String(payload, StandardCharsets.UTF_8).split("\\.");
            return said[0].equals(purpose.name().substring(0, 1))
                    ? Optional.of(new Grant(purpose, said[1], Instant.ofEpochSecond(Long.parseLong(said[2]))))
                    : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The table of keys. */
    @Singleton
    static class Keys implements PanacheRepositoryBase<SigningKey, String> {

        private final InstantSource clock;

        Keys(InstantSource clock) {
            this.clock = clock;
        }

        /** The secret of that name; this one from now on where there was none. */
        @WriteTransaction(durable = true)
        String secret(String name, String otherwise) {
            return findByIdOptional(name).orElseGet(() -> added(name, otherwise)).secret;
        }

        private SigningKey added(String name, String secret) {
            SigningKey made = new SigningKey();
            made.name = name;
            made.secret = secret;
            made.createdAt = clock.instant();
            persist(made);
            return made;
        }
    }
}
