package dev.labwire.feed;

import dev.labwire.feed.document.IdentifiedEntry;
import dev.labwire.feed.document.PaceHints;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What came of polling a feed; nothing of it is stored yet. */
sealed interface Poll {

    /** The status of the answer; null when there was none. */
    @Nullable
    Integer status();

    /** The size of the answer's body in bytes, decoded. */
    default long bytes() {
        return 0;
    }

    /** How the log names it. */
    String outcome();

    /**
     * The feed was read.
     *
     * @param wished what the document says of when to read it
     * @param pace how often it brings something, as it is dated; null where that does not show
     * @param oddity what is not as its owner expects; null where nothing is
     */
    record Read(
            Integer status,
            long bytes,
            Collection<IdentifiedEntry> entries,
            PaceHints wished,
            @Nullable Pace pace,
            @Nullable String oddity,
            Vouchers vouchers)
            implements Poll {
        @Override
        public String outcome() {
            return "read";
        }
    }

    /** The feed says nothing new: 304, or the same bytes again. */
    record Unchanged(Integer status, long bytes, Vouchers vouchers) implements Poll {
        @Override
        public String outcome() {
            return "unchanged";
        }
    }

    /** The publisher took the feed away for good. */
    record Gone(String reason) implements Poll {
        @Override
        public Integer status() {
            return 410;
        }

        @Override
        public String outcome() {
            return "gone";
        }
    }

    /** It did not work; it is tried again later, and not before the publisher wishes. */
    record Failed(
            @Nullable Integer status,
            long bytes,
            String reason,
            @Nullable Duration notBefore) implements Poll {
        @Override
        public String outcome() {
            return "failed";
        }
    }

    /** Nothing can be said of the feed, because the trouble is ours: it is tried again soon. */
    record Postponed(String reason) implements Poll {
        @Override
        public @Nullable Integer status() {
            return null;
        }

        @Override
        public String outcome() {
            return "postponed";
        }
    }

    /**
     * What vouches for the entries that are stored with it.
     *
     * @param fresh how long the answer says that it stays fresh; null where it does not
     * @param permanent where permanent redirects led to; null where there were none
     */
    record Vouchers(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String bodyHash,
            @Nullable Duration fresh,
            @Nullable String permanent) {}
}
