package dev.labwire.delivery;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its author thinks of it.
 *
 * @param to one address
 * @param messageId without angle brackets; the same for the same letter, however often it is made
 * @param date when it was written, shown to the reader in that zone
 * @param list the list it belongs to; null for a letter about the reader's own request
 */
public record Letter(
        String to,
        String subject,
        String text,
        String html,
        String messageId,
        Instant date,
        ZoneId zone,
        @Nullable MailingList list) {

    /**
     * What a mail program needs to know of a list (RFC 2369, 2919, 8058).
     *
     * @param id such as {@code digest.example.org}, which never changes
     * @param unsubscribe address that a POST to ends the subscription
     */
    public record MailingList(String name, String id, String unsubscribe) {}
}
