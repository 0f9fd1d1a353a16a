package dev.labwire.net.smtp;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing a message to the server.
 *
 * @param code the reply that decided it; null where none came
 * @param detail the server's words, or what happened instead of them
 */
public record Handover(Result result, @Nullable Integer code, String detail) {

    /** The kinds of outcome. */
    public enum Result {
        /** The server took responsibility for the message. */
        ACCEPTED,
        /** The server does not take this message now. */
        POSTPONED,
        /** The server does not take this message, now or later. */
        REFUSED,
        /** There was no server to talk to, or it does not talk to us; this says nothing of the message. */
        UNREACHABLE,
        /** The server was told that the message is complete, and no answer came. */
        UNKNOWN,
        /** The caller changed its mind before the server was told that the message is complete. */
        ABANDONED
    }

    static Handover of(Result result, @Nullable Integer code, @Nullable String detail) {
        return new Handover(result, code, detail == null ? result.name() : detail);
    }
}
