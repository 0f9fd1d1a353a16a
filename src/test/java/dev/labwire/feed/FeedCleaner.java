package dev.labwire.feed;

import dev.labwire.storage.WriteTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Lets tests begin without feeds, and look at what no API shows. */
@Singleton
public class FeedCleaner {

    private final FeedRepository feeds;
    private final ItemRepository items;
    private final PollStore.FetchRepository fetches;

    FeedCleaner(FeedRepository feeds, ItemRepository items, PollStore.FetchRepository fetches) {
        this.feeds = feeds;
        this.items = items;
        this.fetches = fetches;
    }

    /** Deletes the feeds that have brought nothing, and retires the others under ids that no test uses. */
    @WriteTransaction
    public void clear() {
        for (Feed feed : feeds.listAll()) {
            if (items.count("feedId", feed.id) == 0) {
                fetches.delete("feedId", feed.id);
                feeds.delete(feed);
            } else {
                feed.slug = "former-" + feed.id;
                feed.managedBy = Feed.API;
                feed.retiredAt = feed.createdAt;
            }
        }
    }

    @Transactional
    java.util.List<Feed> active() {
        return feeds.active();
    }

    @Transactional
    long count() {
        return feeds.active().size();
    }

    @Transactional
    String url(String slug) {
        return feeds.bySlug(slug).orElseThrow().url;
    }
}
