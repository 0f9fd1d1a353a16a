package dev.labwire.extraction;

import dev.labwire.article.ArticleShelf;
import dev.labwire.article.ReadableArticle;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Reads each article's text in force once with the engine of this release. Thinks outside any transaction and commits a
 * batch at a time; killed anywhere, it reads the batch again.
 */
@Singleton
class ExtractionStep {

    private static final Logger LOG = Logger.getLogger(ExtractionStep.class);

    private final ExtractionStore store;
    private final ArticleShelf shelf;
    private final Extractor extractor;

    ExtractionStep(ExtractionStore store, ArticleShelf shelf, Extractor extractor) {
        this.store = store;
        this.shelf = shelf;
        this.extractor = extractor;
    }

    /** Reads at most that many articles; says how many it read. */
    int runOnce(int max) {
        List<Long> unread = store.unread(extractor.version(), max);
        List<ExtractionStore.Read> readings =
                shelf.byIds(unread).values().stream().map(this::read).toList();
        store.keep(extractor.version(), readings);
        return readings.size();
    }

    private ExtractionStore.Read read(ReadableArticle article) {
        return new ExtractionStore.Read(article.articleId(), article.versionId(), extract(article));
    }

    /** A text the engine stumbles over must not stop the others: it counts as read, with nothing found. */
    private Reading extract(ReadableArticle article) {
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
