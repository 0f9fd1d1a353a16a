package dev.labwire.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of entries. */
@Singleton
final class ItemRepository implements PanacheRepository<Item> {

    private static final String KNOWN =
            "select new dev.labwire.feed.KnownItem(i.id, i.itemKey, i.linkKey, i.sharedLink,"
                    + " i.contentHash, i.publishedAt, i.guid, i.title) from Item i where i.feedId = :feed and ";

    /** What is known of a feed under any of these keys. */
    List<KnownItem> knownByKey(long feedId, Collection<String> itemKeys) {
        return getEntityManager()
                .createQuery(KNOWN + "i.itemKey in :keys order by i.id", KnownItem.class)
                .setParameter("feed", feedId)
                .setParameter("keys", itemKeys)
                .getResultList();
    }

    /** What is known of a feed under any of these links. */
    List<KnownItem> knownByLink(long feedId, Collection<String> linkKeys) {
        return getEntityManager()
                .createQuery(KNOWN + "i.linkKey in :links order by i.id", KnownItem.class)
                .setParameter("feed", feedId)
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
