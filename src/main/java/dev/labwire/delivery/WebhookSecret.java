package dev.labwire.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shared secret of the <a href="https://www.standardwebhooks.com">Standard Webhooks</a> specification, written
 * {@code whsec_} and 24 to 64 bytes in base64.
 */
public record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final int LEAST = 24;
    private static final int MOST = 64;

    /**
     * Takes a secret that is written so.
     *
     * @throws IllegalArgumentException when it is not
     */
    public WebhookSecret {
        int length = text.startsWith(PREFIX) ? bytes(text).length : 0;
        if (length < LEAST || length > MOST) {
            throw new IllegalArgumentException(
                    "must be whsec_ and " + LEAST + " to " + MOST + " bytes in base64, as Standard Webhooks has it");
        }
    }

    /** A new one. */
    public static WebhookSecret random(RandomGenerator chance) {
        byte[] bytes = new byte[LENGTH];
        chance.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The signature of a message, with the version of the scheme before it. */
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(text), "HmacSHA256"));
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
