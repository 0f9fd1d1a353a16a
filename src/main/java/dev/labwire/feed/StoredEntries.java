package dev.labwire.feed;

import dev.labwire.feed.ProbedEntry.State;
import dev.labwire.feed.document.IdentifiedEntry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares entries with those that are stored. Changes nothing. */
@Singleton
class StoredEntries {

    private final FeedRepository feeds;
    private final ItemStore items;

    StoredEntries(FeedRepository feeds, ItemStore items) {
        this.feeds = feeds;
        this.items = items;
    }

    /** By the keys of the entries: what a poll of the feed that reads them would do with each; empty where there is none. */
    @Transactional
    Map<String, State> states(FeedDefinition definition, Collection<IdentifiedEntry> entries) {
        Map<String, State> states = new HashMap<>();
        Optional<Feed> feed = feeds.active().stream()
                .filter(each -> each.definition().readsTheSameAs(definition))
                .findFirst();
        if (feed.isPresent()) {
            KnownItems known = items.known(Objects.requireNonNull(feed.get().id), entries);
            entries.forEach(entry -> states.put(entry.itemKey(), state(known, entry)));
        }
        return states;
    }

    private static State state(KnownItems known, IdentifiedEntry entry) {
        return known.find(entry)
                .map(item -> item.contentHash().equals(entry.contentHash()) ? State.KNOWN : State.EDITED)
                .orElse(State.NEW);
    }
}
