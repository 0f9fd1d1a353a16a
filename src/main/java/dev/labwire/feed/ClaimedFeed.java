package dev.labwire.feed;

import dev.labwire.feed.document.PaceHints;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that this process polls right now, with all that the poll needs to know, as it was when it was claimed.
 *
 * @param version of what its owner wrote; a poll for another one counts for nothing
 * @param host host and port of the address that is asked
 * @param movedTo the address that permanent redirects named, asked in place of the owner's
 * @param movingTo the address that the last poll was redirected to for good, not asked yet
 * @param movingSeen how many polls in a row were redirected there
 * @param options what requests say besides
 * @param interval what the owner set; null where the feed's own pace decides
 * @param pace how often it brings something; null where that is not known
 * @param wished what its last document said of when to read it
 * @param lastNewAt when it last brought something new
 * @param entries how many entries its last document had; null where none was read yet
 * @param alarm what was odd about it at its last poll; null where nothing was
 * @param dueAt when the poll was to begin
 */
record ClaimedFeed(
        long id,
        int version,
        String slug,
        String url,
        String host,
        @Nullable String movedTo,
        @Nullable String movingTo,
        int movingSeen,
        @Nullable Selectors selectors,
        RequestOptions options,
        @Nullable Duration interval,
        @Nullable Pace pace,
        PaceHints wished,
        @Nullable Instant lastNewAt,
        @Nullable Integer entries,
        int failures,
        @Nullable String alarm,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        Instant dueAt) {

    /** The same feed with another address that redirects named. */
    ClaimedFeed at(@Nullable String otherMovedTo) {
        return new ClaimedFeed(
                id,
                version,
                slug,
                url,
                host,
                otherMovedTo,
                movingTo,
                movingSeen,
                selectors,
                options,
                interval,
                pace,
                wished,
                lastNewAt,
                entries,
                failures,
                alarm,
                etag,
                lastModified,
                bodyHash,
                dueAt);
    }

    String address() {
        return movedTo == null ? url : movedTo;
    }
}
