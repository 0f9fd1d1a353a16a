package dev.labwire.feed;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries as the next step sees them. Its methods take part in their caller's transaction. */
@Singleton
public final class FeedItems {

    private final EntityManager database;

    FeedItems(EntityManager database) {
        this.database = database;
    }

    /** Entries, new or edited, that their article does not know yet, the longest waiting first. */
    public List<FeedItem> notLinked(int max) {
        // In the order of an index, so that it is not read from end to end; the rows only after that.
        List<Long> next = database.createQuery(
                        "select i.id from Item i where i.linked = false order by i.linked, i.id", Long.class)
                .setMaxResults(max)
                .getResultList();
        if (next.isEmpty()) {
            return List.of();
        }
        return database.createQuery(
                        "select new dev.labwire.feed.FeedItem(i.id, i.itemKey, i.contentHash, i.link, i.sharedLink,"
                                + " i.title, i.summary, i.content, i.author, i.language, i.publishedAt, i.firstSeenAt,"
                                + " i.articleId, f.url, f.title, f.organization, f.fullText)"
                                + " from Item i join Feed f on f.id = i.feedId where i.id in :next order by i.id",
                        FeedItem.class)
                .setParameter("next", next)
                .getResultList();
    }

    /** Notes that the article knows this edition of the entry; an edit that came meanwhile stays unlinked. */
    public void link(FeedItem item, long articleId) {
        database.createQuery("update Item set articleId = :article where id = :id")
                .setParameter("article", articleId)
                .setParameter("id", item.id())
                .executeUpdate();
        database.createQuery("update Item set linked = true where id = :id and contentHash = :hash")
                .setParameter("id", item.id())
                .setParameter("hash", item.contentHash())
                .executeUpdate();
    }

    /** The feeds in which each of these articles stands. */
    public Map<Long, List<ArticleFeed>> feedsOf(Collection<Long> articleIds) {
        Map<Long, List<ArticleFeed>> feeds = new HashMap<>();
        if (articleIds.isEmpty()) {
            return feeds;
        }
        List<Tuple> rows = database.createQuery(
                        "select distinct i.articleId as article, f.slug as slug, f.tags as tags"
                                + " from Item i join Feed f on f.id = i.feedId where i.articleId in :ids order by f.slug",
                        Tuple.class)
                .setParameter("ids", articleIds)
                .getResultList();
        for (Tuple row : rows) {
            String tags = row.get("tags", String.class);
            feeds.computeIfAbsent(row.get("article", Long.class), id -> new ArrayList<>())
                    .add(new ArticleFeed(
                            row.get("slug", String.class), tags.isEmpty() ? List.of() : List.of(tags.split(","))));
        }
        return feeds;
    }
}
