package dev.labwire.feed;

import dev.labwire.feed.document.IdentifiedEntry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Brings the stored entries of a feed up to date with a fetch; takes part in its caller's transaction. */
@Singleton
final class ItemStore {

    private static final int CHUNK = 500;

    private final ItemRepository items;

    ItemStore(ItemRepository items) {
        this.items = items;
    }

    /** How many entries a fetch brought. */
    record Merged(int added, int changed) {}

    /** Entries that the fetch does not mention stay as they are. Running it twice changes nothing more. */
    Merged merge(long feedId, Collection<IdentifiedEntry> fetch, Instant now) {
        KnownItems known = known(feedId, fetch);
        int added = 0;
        int changed = 0;
        for (IdentifiedEntry entry : fetch) {
            Optional<KnownItem> item = known.find(entry);
            if (item.isEmpty()) {
                insert(feedId, entry, now);
                added++;
            } else if (!item.get().says(entry)) {
                changed += update(item.get(), entry, now) ? 1 : 0;
            }
            if ((added + changed) % CHUNK == CHUNK - 1) {
                items.flush();
                items.getEntityManager().clear();
            }
        }
        items.flush();
        items.getEntityManager().clear();
        return new Merged(added, changed);
    }

    /** What is stored of the entries of a fetch. */
    KnownItems known(long feedId, Collection<IdentifiedEntry> fetch) {
        return new KnownItems(load(feedId, fetch), fetch);
    }

    private Collection<KnownItem> load(long feedId, Collection<IdentifiedEntry> fetch) {
        Set<KnownItem> known = new LinkedHashSet<>();
        List<IdentifiedEntry> all = new ArrayList<>(fetch);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<IdentifiedEntry> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            known.addAll(items.known(
                    feedId,
                    chunk.stream().map(IdentifiedEntry::itemKey).toList(),
                    chunk.stream()
                            .map(IdentifiedEntry::linkKey)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList()));
        }
        return known;
    }

    private void insert(long feedId, IdentifiedEntry entry, Instant now) {
        Item item = new Item();
        item.feedId = feedId;
        item.firstSeenAt = now;
        item.changedAt = now;
        item.say(entry);
        items.persist(item);
    }

    /** Whether a reader would see the difference; a new id or an earlier date alone is none. */
    private boolean update(KnownItem known, IdentifiedEntry entry, Instant now) {
        Item item = items.findById(known.id());
        boolean edited = !known.contentHash().equals(entry.contentHash());
        item.say(entry);
        if (edited) {
            item.changedAt = now;
        }
        return edited;
    }
}
