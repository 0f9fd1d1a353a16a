package dev.labwire.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with the text that is in force.
 *
 * @param versionId the edition of the text
 * @param inputHash tells this state of all that stands here from another
 * @param publisher the name of the feed that published it
 * @param organization who writes that feed, if it is a first-party source
 * @param author the byline
 * @param language as the feed or the page declares it
 * @param feeds ids of the feeds in which it stands
 * @param tags of these feeds
 */
public record ReadableArticle(
        long articleId,
        long versionId,
        String inputHash,
        String url,
        @Nullable String title,
        String text,
        @Nullable String publisher,
        @Nullable String organization,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        @Nullable String author,
        @Nullable String language,
        List<String> feeds,
        List<String> tags) {

    public ReadableArticle {
        feeds = List.copyOf(feeds);
        tags = List.copyOf(tags);
    }
}
