package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.feed.document.Selectors;
import dev.labwire.net.RequestOptions;
import dev.labwire.text.SecretUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A feed as the admin sees it.
 *
 * @param interval as its owner set it; null where its own pace decides
 * @param request what its requests say besides the usual, without values
 * @param movedTo the address that a permanent redirect named and that is asked instead
 * @param nextPollReason why the next poll is then
 * @param alarm what is odd about it, though its polls go well
 * @param pauseReason why it is paused
 * @param host whom it asks
 * @param articles how many of its entries are known
 * @param newestItemAt the date of its newest entry
 * @param version counts the changes of what its owner wrote
 * @param line where it stands in the file, if that owns it
 */
record FeedState(
        String id,
        String title,
        String url,
        String type,
        @Nullable Selectors select,
        @Nullable String organization,
        List<String> tags,
        @Nullable String interval,
        @Nullable Boolean fullText,

        @Schema(implementation = RequestOptions.class) @Nullable
        JsonNode request,

        boolean enabled,
        boolean paused,
        boolean retired,
        String managedBy,
        @Nullable String movedTo,
        @Nullable Instant lastPolledAt,
        @Nullable Instant nextPollAt,
        @Nullable String nextPollReason,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        int consecutiveFailures,
        @Nullable String alarm,
        @Nullable String pauseReason,
        String host,
        long articles,
        @Nullable Instant newestItemAt,
        int version,
        @Nullable Integer line) {

    static FeedState of(Feed feed, @Nullable ItemCount count, Instant now) {
        boolean polled = feed.enabled && !feed.paused && feed.retiredAt == null;
        return new FeedState(
                feed.slug,
                feed.title,
                SecretUrl.redacted(feed.url),
                feed.type,
                Selectors.fromJson(feed.selectors),
                feed.organization,
                feed.tagList(),
                feed.intervalSeconds == null
                        ? null
                        : Duration.ofSeconds(feed.intervalSeconds).toString(),
                feed.fullText,
                feed.definition().toJson().get("request"),
                feed.enabled,
                feed.paused,
                feed.retiredAt != null,
                feed.managedBy,
                feed.movedTo == null ? null : SecretUrl.redacted(feed.movedTo),
                feed.lastPolledAt,
                polled ? feed.nextPollAt : null,
                polled ? feed.nextPollReason : null,
                feed.lastStatus,
                feed.lastError,
                feed.consecutiveFailures,
                feed.alarm == null && polled ? FeedHealth.silence(feed, now) : feed.alarm,
                feed.paused ? feed.pauseReason : null,
                feed.host,
                count == null ? 0 : count.items(),
                newest(count),
                feed.version,
                feed.fileLine);
    }

    private static @Nullable Instant newest(@Nullable ItemCount count) {
        if (count == null) {
            return null;
        }
        return count.newestPublishedAt() == null ? count.newestSeenAt() : count.newestPublishedAt();
    }
}
