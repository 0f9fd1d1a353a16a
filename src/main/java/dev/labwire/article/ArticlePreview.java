package dev.labwire.article;

import dev.labwire.feed.FeedItem;
import dev.labwire.text.CanonicalUrl;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes articles of entries as the steps of this feature would, page included. Thread-safe; stores nothing. */
@Singleton
public class ArticlePreview {

    private static final int AT_ONCE = 4;

    private final PageVisitor visitor;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "labwire-preview");
        thread.setDaemon(true);
        return thread;
    });

    ArticlePreview(PageVisitor visitor) {
        this.visitor = visitor;
    }

    /** One for each entry, in their order; a page that does not come in time is left out, and the note says so. */
    public List<PreviewedArticle> read(List<FeedItem> items, Duration patience) {
        try {
            List<Future<PreviewedArticle>> visits = threads.invokeAll(
                    items.stream()
                            .<java.util.concurrent.Callable<PreviewedArticle>>map(item -> () -> read(item))
                            .toList(),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            List<PreviewedArticle> articles = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                articles.add(outcome(items.get(i), visits.get(i)));
            }
            return articles;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return items.stream()
                    .map(item -> withoutPage(item, "the preview was stopped"))
                    .toList();
        }
    }

    private static PreviewedArticle outcome(FeedItem item, Future<PreviewedArticle> visit) throws InterruptedException {
        try {
            return visit.get();
        } catch (CancellationException late) {
            return withoutPage(item, "its page did not come in time for the preview");
        } catch (ExecutionException failure) {
            return withoutPage(item, "its page cannot be read");
        }
    }

    private PreviewedArticle read(FeedItem item) {
        ArticleText own = ArticleText.of(item);
        if (!ArticleLinker.wantsPage(item, own)) {
            return article(item, own, null, null);
        }
        PageVisit visit = visitor.visit(Objects.requireNonNull(item.link()));
        if (visit instanceof PageVisit.Text text) {
            ArticleText read = new ArticleText(text.page().text(), ArticleText.Origin.PAGE);
            return article(item, read.supersedes(own, false) ? read : own, text.page(), null);
        }
        return article(item, own, null, visit.why());
    }

    private static PreviewedArticle withoutPage(FeedItem item, String note) {
        ArticleText own = ArticleText.of(item);
        return article(item, own, null, ArticleLinker.wantsPage(item, own) ? note : null);
    }

    private static PreviewedArticle article(
            FeedItem item, ArticleText text, @Nullable Page page, @Nullable String note) {
        String link = item.link();
        ReadableArticle article = new ReadableArticle(
                0,
                0,
                "",
                link == null ? item.feedUrl() : CanonicalUrl.of(link).url(),
                item.title() == null && page != null ? page.title() : item.title(),
                text.text(),
                item.feedTitle(),
                item.organization(),
                item.publishedAt() == null && page != null ? page.publishedAt() : item.publishedAt(),
                item.firstSeenAt(),
                item.author() == null && page != null ? page.author() : item.author(),
                item.language() == null && page != null ? page.language() : item.language(),
                List.of(),
                List.of());
        return new PreviewedArticle(article, text.origin().column(), note);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
