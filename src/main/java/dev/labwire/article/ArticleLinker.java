package dev.labwire.article;

import dev.labwire.feed.FeedItem;
import dev.labwire.feed.FeedItems;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.CanonicalUrl;
import dev.labwire.text.Hashes;
import dev.labwire.text.SecretUrl;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The step that links entries to articles: one article for a page, however many feeds carry it. */
@Singleton
class ArticleLinker {

    private final FeedItems items;
    private final ArticleRepository articles;
    private final VersionStore versions;
    private final InstantSource clock;

    ArticleLinker(FeedItems items, ArticleRepository articles, VersionStore versions, InstantSource clock) {
        this.items = items;
        this.articles = articles;
        this.versions = versions;
        this.clock = clock;
    }

    /** Links so many entries in one commit; the number linked, 0 when there is nothing left to do. */
    @WriteTransaction
    int runOnce(int max) {
        List<FeedItem> batch = items.notLinked(max);
        Instant now = clock.instant();
        batch.forEach(item -> link(item, now));
        return batch.size();
    }

    private void link(FeedItem item, Instant now) {
        Article article = item.articleId() == null
                ? articles.byKey(key(item)).orElseGet(() -> added(item))
                : articles.findById(item.articleId());
        boolean edited = item.articleId() != null;
        article.hearFrom(item);
        ArticleText text = ArticleText.of(item);
        boolean changed = versions.offer(article, text, edited, now);
        scheduleReading(article, item, text, edited && changed, now);
        versions.settle(article);
        articles.flush();
        items.link(item, article.id);
    }

    /**
     * The page is read where the feed does not carry the text; again when the feed shows an edit. A page that several
     * entries share is the text of none of them.
     */
    private static void scheduleReading(Article article, FeedItem item, ArticleText text, boolean edited, Instant now) {
        if (wantsPage(item, text) && (Article.NONE.equals(article.readState) || edited)) {
            article.readFrom(now);
        }
    }

    /** Whether the page behind an entry is to be read, given the text that the entry has. */
    static boolean wantsPage(FeedItem item, ArticleText text) {
        return item.link() != null
                && !item.sharedLink()
                && (item.fullText() == null ? text.origin() == ArticleText.Origin.SUMMARY : item.fullText());
    }

    private Article added(FeedItem item) {
        Article article = new Article();
        article.articleKey = key(item);
        article.url = url(item);
        article.firstSeenAt = item.firstSeenAt();
        articles.persist(article);
        return article;
    }

    private static String url(FeedItem item) {
        String link = item.link();
        return link == null
                ? SecretUrl.redacted(item.feedUrl()) + "#" + item.key().substring(0, 16)
                : CanonicalUrl.of(link).url();
    }

    private static String key(FeedItem item) {
        String link = item.link();
        String page = link == null ? url(item) : CanonicalUrl.of(link).key();
        return Hashes.sha256Hex(item.sharedLink() ? page + " " + item.key() : page);
    }
}
