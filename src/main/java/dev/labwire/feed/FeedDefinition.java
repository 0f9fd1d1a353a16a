package dev.labwire.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One feed as its owner wrote it down.
 *
 * @param slug the stable id
 * @param selectors how the page is read; null for a feed proper
 * @param interval how often it is polled; null for the default
 * @param line where it stands in its file
 */
record FeedDefinition(
        String slug,
        String title,
        String url,
        @Nullable Selectors selectors,
        @Nullable String organization,
        List<String> tags,
        @Nullable Duration interval,
        @Nullable Boolean fullText,
        boolean enabled,
        int line) {

    FeedDefinition {
        tags = List.copyOf(tags);
    }

    String type() {
        return selectors == null ? "feed" : "page";
    }
}
