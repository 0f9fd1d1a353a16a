package dev.labwire.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a would-be feed.
 *
 * @param item the entry as the next step would see it
 * @param state whether it is known already, where a feed of this address is
 * @param heading its title; where it has none, the beginning of its text or its address
 */
public record ProbedEntry(FeedItem item, @Nullable String heading, State state) {

    /** What polling it would do. */
    public enum State {
        /** It would be added. */
        @JsonProperty("new")
        NEW,
        /** It is stored as it stands there. */
        @JsonProperty("known")
        KNOWN,
        /** It is stored, and its publisher has edited it since. */
        @JsonProperty("edited")
        EDITED
    }
}
