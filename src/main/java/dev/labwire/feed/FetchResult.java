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
 */
record FetchResult(
        Instant at,
        @Nullable Integer status,
        @JsonProperty("new") int newItems,
        @JsonProperty("changed") int changedItems,
        long millis,
        @Nullable String error) {

    static FetchResult of(Fetch fetch) {
        return new FetchResult(
                fetch.fetchedAt, fetch.status, fetch.newItems, fetch.changedItems, fetch.millis, fetch.error);
    }
}
