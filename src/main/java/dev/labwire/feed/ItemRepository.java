package dev.labwire.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of entries. */
@Singleton
final class ItemRepository implements PanacheRepository<Item> {

    /** What is known of a feed under any of these keys or links. */
    List<KnownItem> known(long feedId, Collection<String> itemKeys, Collection<String> linkKeys) {
        return getEntityManager()
                .createQuery(
                        "select new dev.labwire.feed.KnownItem(i.id, i.itemKey, i.linkKey, i.sharedLink,"
                                + " i.contentHash, i.publishedAt, i.guid, i.title) from Item i"
                                + " where i.feedId = :feed and (i.itemKey in :keys or i.linkKey in :links) order by i.id",
                        KnownItem.class)
                .setParameter("feed", feedId)
                .setParameter("keys", itemKeys)
                .setParameter("links", linkKeys)
                .getResultList();
    }

    List<ItemCount> counts() {
        return getEntityManager()
                .createQuery(
                        "select new dev.labwire.feed.ItemCount(i.feedId, count(*), max(i.publishedAt),"
                                + " max(i.firstSeenAt)) from Item i group by i.feedId order by i.feedId",
                        ItemCount.class)
                .getResultList();
    }

    Optional<ItemCount> count(long feedId) {
        return getEntityManager()
                .createQuery(
                        "select new dev.labwire.feed.ItemCount(i.feedId, count(*), max(i.publishedAt),"
                                + " max(i.firstSeenAt)) from Item i where i.feedId = :feed group by i.feedId",
                        ItemCount.class)
                .setParameter("feed", feedId)
                .getResultStream()
                .findFirst();
    }
}
