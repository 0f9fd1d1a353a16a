package dev.labwire.extraction;

import dev.labwire.article.ReadableArticle;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Reads stored articles with the engine of this release of Labwire. Thread-safe; stores nothing. */
@Singleton
public class ArticleExtractor {

    private static final Logger LOG = Logger.getLogger(ArticleExtractor.class);

    private final Extractor extractor;

    ArticleExtractor(Extractor extractor) {
        this.extractor = extractor;
    }

    /** The version of the engine. */
    public String version() {
        return extractor.version();
    }

    /** What the article tells. A text the engine stumbles over must not stop the others: nothing is found in it. */
    public Reading read(ReadableArticle article) {
        try {
            return extractor.explain(document(article));
        } catch (RuntimeException stumble) {
            LOG.errorf(stumble, "article %d (%s) cannot be read by the engine", article.articleId(), article.url());
            return new Reading("und", List.of());
        }
    }

    private static Document document(ReadableArticle article) {
        return new Document(
                article.url(),
                Objects.requireNonNullElse(article.title(), ""),
                article.text(),
                day(article.publishedAt() == null ? article.firstSeenAt() : article.publishedAt()),
                article.author(),
                article.organization(),
                article.language());
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
