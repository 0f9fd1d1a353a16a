package dev.labwire.feed;

import dev.labwire.feed.document.IdentifiedEntry;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What came of polling a feed; nothing of it is stored yet. */
sealed interface Poll {

    /** The status of the answer; null when there was none. */
    @Nullable
    Integer status();

    /** The feed was read. */
    record Read(Integer status, Collection<IdentifiedEntry> entries, Vouchers vouchers) implements Poll {}

    /** The feed says nothing new: 304, or the same bytes again. */
    record Unchanged(Integer status, Vouchers vouchers) implements Poll {}

    /** The publisher took the feed away for good. */
    record Gone(String reason) implements Poll {
        @Override
        public Integer status() {
            return 410;
        }
    }

    /** It did not work; it is tried again later, and not before the publisher wishes. */
    record Failed(
            @Nullable Integer status,
            String reason,
            @Nullable Duration notBefore) implements Poll {}

    /** Nothing was asked, because too many requests of our own wait for that host. */
    record Postponed(String reason) implements Poll {
        @Override
        public @Nullable Integer status() {
            return null;
        }
    }

    /** What vouches for the entries that are stored with it, and the address that is asked from now on. */
    record Vouchers(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String bodyHash,
            @Nullable String movedTo) {}
}
