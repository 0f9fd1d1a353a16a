package dev.labwire.feed;

import dev.labwire.storage.WriteTransaction;
import dev.labwire.text.FileFault;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a list from the file into force, in one transaction; feeds added through the API are left alone. */
@Singleton
class FeedReconciler {

    private final FeedRepository feeds;
    private final InstantSource clock;

    FeedReconciler(FeedRepository feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** Adds, changes and retires; the answer names the ids that belong to feeds of the API. */
    @WriteTransaction
    List<FileFault> apply(List<FeedDefinition> definitions) {
        List<FileFault> clashes = new ArrayList<>();
        for (FeedDefinition definition : definitions) {
            Feed feed = feeds.bySlug(definition.slug()).orElseGet(() -> added(definition));
            if (Feed.FILE.equals(feed.managedBy)) {
                feed.define(definition);
            } else {
                clashes.add(new FileFault(
                        definition.line(),
                        1,
                        "id '" + definition.slug()
                                + "' belongs to a feed that was added through the API; it stays as it is"));
            }
        }
        retireAllBut(definitions.stream().map(FeedDefinition::slug).collect(Collectors.toSet()));
        return clashes;
    }

    private Feed added(FeedDefinition definition) {
        Feed feed = new Feed();
        feed.slug = definition.slug();
        feed.define(definition);
        feed.createdAt = clock.instant();
        feed.nextPollAt = feed.createdAt;
        feeds.persist(feed);
        return feed;
    }

    private void retireAllBut(Set<String> slugs) {
        for (Feed feed : feeds.list("managedBy = ?1 and retiredAt is null", Feed.FILE)) {
            if (!slugs.contains(feed.slug)) {
                feed.retiredAt = clock.instant();
            }
        }
    }
}
