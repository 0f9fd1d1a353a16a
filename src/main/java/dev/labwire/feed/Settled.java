package dev.labwire.feed;

import dev.labwire.feed.document.PaceHints;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a finished poll makes of its feed.
 *
 * @param etag and the next ones: what vouches for the entries that are stored
 * @param entries how many the document has, or lately had where it lost many at once
 * @param failures in a row, this one included
 * @param error what went wrong; null where nothing did
 * @param alarm what is odd, though it went well; null where nothing is
 * @param pauseReason why it is not asked any more; null where it is
 * @param notes what the audit trail tells, by action
 */
record Settled(
        FinishedPoll finished,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable String movedTo,
        @Nullable String movingTo,
        int movingSeen,
        PaceHints wished,
        @Nullable Pace pace,
        @Nullable Integer entries,
        int failures,
        @Nullable String error,
        @Nullable String alarm,
        @Nullable String pauseReason,
        Appointment next,
        Map<String, Object> notes) {

    ClaimedFeed feed() {
        return finished.feed();
    }

    String address() {
        return movedTo == null ? feed().url() : movedTo;
    }
}
