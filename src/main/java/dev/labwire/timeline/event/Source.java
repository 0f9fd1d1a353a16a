package dev.labwire.timeline.event;

import dev.labwire.extraction.Salience;
import dev.labwire.timeline.merge.ArticleFacts;
import dev.labwire.timeline.merge.Telling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One article that tells of an event.
 *
 * @param salience whether the event is the article's news or merely recalled in it
 * @param quote the sentence that tells it, letter for letter
 */
public record Source(
        String url,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable Instant publishedAt,
        @Nullable String language,
        Salience salience,
        String quote) {

    static Source of(Telling telling) {
        ArticleFacts article = telling.article();
        return new Source(
                article.url(),
                article.title(),
                article.publisher(),
                article.publishedAt(),
                article.language(),
                telling.mention().salience(),
                telling.mention().quote());
    }
}
