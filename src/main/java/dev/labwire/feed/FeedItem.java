package dev.labwire.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as those see it who make articles of entries.
 *
 * @param key its identity within its feed
 * @param contentHash which edition of it this is
 * @param link the address of its page
 * @param sharedLink whether other entries of its feed stand under that link
 * @param summary HTML or text, as published
 * @param content HTML or text, as published
 * @param articleId the article that it belongs to; null when it is new
 * @param feedUrl where its feed is
 * @param feedTitle the name of its feed
 * @param organization who writes the feed, if it is a first-party source
 * @param fullText true when the page is always read, false when never, null when only where the entry lacks the text
 */
public record FeedItem(
        long id,
        String key,
        String contentHash,
        @Nullable String link,
        boolean sharedLink,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        @Nullable Long articleId,
        String feedUrl,
        String feedTitle,
        @Nullable String organization,
        @Nullable Boolean fullText) {}
