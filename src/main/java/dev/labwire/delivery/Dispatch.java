package dev.labwire.delivery;

import java.time.Instant;

/**
 * Something to send.
 *
 * @param kind what sort of message it is, for the log
 * @param occasion what it is sent for; of two with the same occasion only the first is sent, ever
 * @param endpoint a mail address, or the id of a webhook
 * @param priority those with the lower number go first
 * @param subject for the log
 * @param content of a mail, the whole message as it goes over the wire; of a webhook call, the body
 * @param due when to send it
 */
public record Dispatch(
        Channel channel,
        String kind,
        String occasion,
        String endpoint,
        int priority,
        String subject,
        String content,
        Instant due) {

    /** Goes out before everything that is merely regular. */
    public static final int URGENT = 0;

    /** Goes out in its turn. */
    public static final int REGULAR = 5;
}
