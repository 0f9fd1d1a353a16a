package dev.labwire.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One poll in the log.
 *
 * @param at when its result was stored
 * @param status the answer's status; null when there was no answer
 * @param newItems entries not known before
 * @param changedItems entries that the publisher edited
 * @param millis how long the exchange took
 * @param error why it failed; null when it did not
 * @param outcome {@code read}, {@code unchanged}, {@code failed}, {@code gone} or {@code postponed}
 * @param bytes size of the answer's body, decoded
 * @param lateMillis how long after its time the poll began
 */
record FetchResult(
        Instant at,
        @Nullable Integer status,
        @JsonProperty("new") int newItems,
        @JsonProperty("changed") int changedItems,
        long millis,
        @Nullable String error,
        String outcome,
        long bytes,
        long lateMillis) {

    static FetchResult of(Fetch fetch) {
        return new FetchResult(
                fetch.fetchedAt,
                fetch.status,
                fetch.newItems,
                fetch.changedItems,
                fetch.millis,
                fetch.error,
                fetch.outcome,
                fetch.bytes,
                fetch.lateMillis);
    }
}
