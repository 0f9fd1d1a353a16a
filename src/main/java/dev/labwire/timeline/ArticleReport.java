package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.labwire.extraction.Explanation;
import dev.labwire.extraction.Mention;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one article.
 *
 * @param organization who writes this source itself, where one does
 * @param readState how far reading its page has come
 * @param mentions what was found in it, in reading order
 * @param text what was read; for an admin alone
 */
record ArticleReport(
        String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String organization,
        @Nullable Instant publishedAt,
        @Nullable String author,
        @Nullable String language,
        Instant firstSeenAt,
        String readState,
        List<FoundMention> mentions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {

    /**
     * A mention, and where it went.
     *
     * @param event id of the event it is a telling of; null when it is held back or not placed yet
     * @param explanation why the engine made it; for an admin alone
     */
    record FoundMention(
            @JsonUnwrapped Mention mention,
            @Nullable String event,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Explanation explanation) {}

    ArticleReport {
        mentions = List.copyOf(mentions);
    }
}
