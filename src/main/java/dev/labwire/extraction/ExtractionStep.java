package dev.labwire.extraction;

import dev.labwire.article.ArticleShelf;
import dev.labwire.article.ReadableArticle;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Reads each article as it stands once in every release of the engine. Thinks outside any transaction and commits a batch
 * at a time; killed anywhere, it reads the batch again.
 */
@Singleton
class ExtractionStep {

    private final ExtractorReleases releases;
    private final Unread unread;
    private final ExtractionStore store;
    private final ArticleShelf shelf;
    private final ArticleExtractor extractor;

    ExtractionStep(
            ExtractorReleases releases,
            Unread unread,
            ExtractionStore store,
            ArticleShelf shelf,
            ArticleExtractor extractor) {
        this.releases = releases;
        this.unread = unread;
        this.store = store;
        this.shelf = shelf;
        this.extractor = extractor;
    }

    /** Reads at most that many articles; says how many it read. */
    int runOnce(int max) {
        long release = releases.inForce();
        List<ExtractionStore.Read> readings = shelf.byIds(unread.next(release, max)).values().stream()
                .map(this::read)
                .toList();
        if (!readings.isEmpty()) {
            store.keep(release, extractor.version(), readings);
        }
        return readings.size();
    }

    private ExtractionStore.Read read(ReadableArticle article) {
        return new ExtractionStore.Read(
                article.articleId(), article.versionId(), article.inputHash(), extractor.read(article));
    }
}
