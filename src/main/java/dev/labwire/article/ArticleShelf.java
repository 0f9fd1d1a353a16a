package dev.labwire.article;

import dev.labwire.feed.ArticleFeed;
import dev.labwire.feed.FeedItems;
import dev.labwire.text.CanonicalUrl;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where articles are taken from to be read. Thread-safe; joins a transaction that is under way. */
@Singleton
public class ArticleShelf {

    private static final String QUESTION =
            "select a.id as id, v.id as version, a.inputHash as inputHash, a.url as url, a.title as title,"
                    + " v.text as text, a.publisher as publisher, a.organization as organization,"
                    + " a.publishedAt as publishedAt, a.firstSeenAt as firstSeenAt, a.author as author, a.language as language"
                    + " from Article a join Version v on v.id = a.currentVersionId where ";

    private final EntityManager database;
    private final FeedItems items;

    ArticleShelf(EntityManager database, FeedItems items) {
        this.database = database;
        this.items = items;
    }

    /** All articles that stand under this address; several where entries of a feed share one link. */
    @Transactional
    public List<ReadableArticle> byUrl(String url) {
        CanonicalUrl address = CanonicalUrl.of(url);
        List<String> spellings = List.of(
                address.url(),
                "https://" + address.key(),
                "https://" + address.key() + "/",
                "https://www." + address.key(),
                "https://www." + address.key() + "/",
                "http://" + address.key(),
                "http://" + address.key() + "/",
                "http://www." + address.key(),
                "http://www." + address.key() + "/",
                url);
        return List.copyOf(readable(database.createQuery(QUESTION + "a.url in :urls order by a.id", Tuple.class)
                        .setParameter("urls", spellings)
                        .getResultList())
                .values());
    }

    /** These articles by id; those without a text are left out. */
    @Transactional
    public Map<Long, ReadableArticle> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return readable(database.createQuery(QUESTION + "a.id in :ids order by a.id", Tuple.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    /** Ids of articles that have a text, in order, from the one after the given id. */
    @Transactional
    public List<Long> idsAfter(long id, int max) {
        return database.createQuery(
                        "select a.id from Article a where a.id > :after and a.currentVersionId is not null order by a.id",
                        Long.class)
                .setParameter("after", id)
                .setMaxResults(max)
                .getResultList();
    }

    private Map<Long, ReadableArticle> readable(List<Tuple> rows) {
        List<Long> ids = rows.stream().map(row -> row.get("id", Long.class)).toList();
        Map<Long, List<ArticleFeed>> feeds = items.feedsOf(ids);
        Map<Long, ReadableArticle> articles = new LinkedHashMap<>();
        for (Tuple row : rows) {
            Long id = row.get("id", Long.class);
            articles.put(id, readable(row, feeds.getOrDefault(id, List.of())));
        }
        return articles;
    }

    private static ReadableArticle readable(Tuple row, List<ArticleFeed> feeds) {
        return new ReadableArticle(
                row.get("id", Long.class),
                row.get("version", Long.class),
                row.get("inputHash", String.class),
                row.get("url", String.class),
                row.get("title", String.class),
                row.get("text", String.class),
                row.get("publisher", String.class),
                row.get("organization", String.class),
                row.get("publishedAt", Instant.class),
                row.get("firstSeenAt", Instant.class),
                row.get("author", String.class),
                row.get("language", String.class),
                feeds.stream().map(ArticleFeed::slug).toList(),
                feeds.stream()
                        .flatMap(feed -> feed.tags().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
