package dev.labwire.net;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface WebAnswer {

    /**
     * A server answered, with whatever status.
     *
     * @param status the status of the last hop
     * @param headers the first value of each header, by lower-case name
     * @param body the decoded body
     * @param finalUri where the answer came from, after redirects
     * @param permanentUri where a chain of permanent redirects led to; null when there was none
     */
    record Fetched(
            int status,
            Map<String, String> headers,
            byte[] body,
            URI finalUri,
            @Nullable URI permanentUri) implements WebAnswer {

        /** The first value of a header. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * No usable answer came.
     *
     * @param reason the kind of failure
     * @param message what happened, for a person
     */
    record Failed(Reason reason, String message) implements WebAnswer {}

    /** Why no usable answer came. */
    enum Reason {
        /** Not an http or https address. */
        BAD_ADDRESS,
        /** The address lies in a network that may not be reached. */
        FORBIDDEN_ADDRESS,
        /** The name does not resolve. */
        UNKNOWN_HOST,
        /** No connection came about. */
        UNREACHABLE,
        /** Certificate or handshake is wrong. */
        TLS,
        /** The exchange took too long. */
        TIMEOUT,
        /** The body or the headers are larger than taken. */
        TOO_LARGE,
        /** The redirects lead nowhere. */
        REDIRECTS,
        /** The answer broke off or cannot be decoded. */
        BROKEN,
        /** Our own queue for that host is too long; nothing was asked. */
        BUSY
    }
}
