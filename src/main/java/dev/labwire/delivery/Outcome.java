package dev.labwire.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param code of the reply; null where none came
 * @param detail for a person
 * @param pause how long the other side asks to be left alone; null when it does not
 */
record Outcome(
        Type type,
        @Nullable Integer code,
        String detail,
        @Nullable Duration pause) {

    private static final int LONGEST_DETAIL = 900;

    /** The kinds of outcome. */
    enum Type {
        /** The other side took it. */
        ACCEPTED,
        /** Not now, but perhaps later. */
        POSTPONED,
        /** Never. */
        REFUSED,
        /** Nobody to talk to; this says nothing of the message. */
        UNREACHABLE,
        /** It was handed over and no answer came. */
        UNKNOWN,
        /** Given up before it was handed over, because somebody else has it or nobody wants it any more. */
        ABANDONED;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Outcome {
        detail = readable(detail);
    }

    static Outcome of(Type type, @Nullable Integer code, @Nullable String detail) {
        return new Outcome(type, code, detail == null ? "" : detail, null);
    }

    /** One line that fits the log; what a stranger's server says may hold anything. */
    private static String readable(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL);
    }
}
