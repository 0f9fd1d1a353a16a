package dev.labwire.feed;

import dev.labwire.feed.document.IdentifiedEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** As much of a stored entry as it takes to recognise it and to see an edit. */
record KnownItem(
        long id,
        String itemKey,
        @Nullable String linkKey,
        boolean sharedLink,
        String contentHash,
        @Nullable Instant publishedAt,
        @Nullable String guid,
        @Nullable String title) {

    boolean says(IdentifiedEntry identified) {
        return itemKey.equals(identified.itemKey())
                && contentHash.equals(identified.contentHash())
                && (sharedLink || !identified.sharedLink())
                && !isEarlier(identified.entry().publishedAt());
    }

    private boolean isEarlier(@Nullable Instant published) {
        return published != null && (publishedAt == null || published.isBefore(publishedAt));
    }
}
