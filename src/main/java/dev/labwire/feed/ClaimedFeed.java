package dev.labwire.feed;

import dev.labwire.feed.document.Selectors;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that this process polls right now, with all that the poll needs to know.
 *
 * @param leasedUntil the lease; whoever finds another in the database has lost the feed
 */
record ClaimedFeed(
        long id,
        String slug,
        String url,
        @Nullable String movedTo,
        @Nullable Selectors selectors,
        Duration interval,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        Instant leasedUntil) {

    String address() {
        return movedTo == null ? url : movedTo;
    }
}
