package dev.labwire.feed;

import dev.labwire.feed.document.Entry;
import dev.labwire.feed.document.IdentifiedEntry;
import dev.labwire.storage.RowBatches;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Brings the stored entries of a feed up to date with a fetch; takes part in its caller's transaction. */
@Singleton
final class ItemStore {

    private static final int CHUNK = 500;

    private static final String INSERT = "insert into feed_item (feed_id, item_key, guid, link, link_key, shared_link,"
            + " title, summary, content, author, language, published_at, content_hash, first_seen_at, changed_at, linked)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)";

    private final ItemRepository items;
    private final RowBatches batches;

    ItemStore(ItemRepository items, RowBatches batches) {
        this.items = items;
        this.batches = batches;
    }

    /** How many entries a fetch brought. */
    record Merged(int added, int changed) {}

    /** Entries that the fetch does not mention stay as they are. Running it twice changes nothing more. */
    Merged merge(long feedId, Collection<IdentifiedEntry> fetch, Instant now) {
        KnownItems known = known(feedId, fetch);
        List<IdentifiedEntry> added = new ArrayList<>();
        int changed = 0;
        for (IdentifiedEntry entry : fetch) {
            Optional<KnownItem> item = known.find(entry);
            if (item.isEmpty()) {
                added.add(entry);
            } else if (!item.get().says(entry)) {
                changed += update(item.get(), entry, now) ? 1 : 0;
            }
            if (changed % CHUNK == CHUNK - 1) {
                items.flush();
                items.getEntityManager().clear();
            }
        }
        items.flush();
        items.getEntityManager().clear();
        for (int from = 0; from < added.size(); from += CHUNK) {
            insert(feedId, added.subList(from, Math.min(from + CHUNK, added.size())), now);
        }
        return new Merged(added.size(), changed);
    }

    /** What is stored of the entries of a fetch. */
    KnownItems known(long feedId, Collection<IdentifiedEntry> fetch) {
        return new KnownItems(load(feedId, fetch), fetch);
    }

    /** What has the same keys; and for entries that are under no key, what has the same links. */
    private Collection<KnownItem> load(long feedId, Collection<IdentifiedEntry> fetch) {
        Set<KnownItem> known = new LinkedHashSet<>();
        inChunks(
                fetch.stream().map(IdentifiedEntry::itemKey).toList(),
                keys -> known.addAll(items.knownByKey(feedId, keys)));
        Set<String> keys = known.stream().map(KnownItem::itemKey).collect(Collectors.toSet());
        List<String> links = fetch.stream()
                .filter(entry -> !keys.contains(entry.itemKey()))
                .map(IdentifiedEntry::linkKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        inChunks(links, chunk -> known.addAll(items.knownByLink(feedId, chunk)));
        return known;
    }

    private static void inChunks(List<String> all, Consumer<List<String>> query) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            query.accept(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
    }

    private void insert(long feedId, List<IdentifiedEntry> added, Instant now) {
        OffsetDateTime seen = now.atOffset(ZoneOffset.UTC);
        batches.write(INSERT, row -> {
            for (IdentifiedEntry identified : added) {
                Entry entry = identified.entry();
                int at = 0;
                row.setLong(++at, feedId);
                row.setString(++at, identified.itemKey());
                row.setString(++at, entry.guid());
                row.setString(++at, entry.link());
                row.setString(++at, identified.linkKey());
                row.setBoolean(++at, identified.sharedLink());
                row.setString(++at, entry.title());
                row.setString(++at, entry.summary());
                row.setString(++at, entry.content());
                row.setString(++at, entry.author());
                row.setString(++at, entry.language());
                row.setObject(
                        ++at,
                        entry.publishedAt() == null ? null : entry.publishedAt().atOffset(ZoneOffset.UTC));
                row.setString(++at, identified.contentHash());
                row.setObject(++at, seen);
                row.setObject(++at, seen);
                row.addBatch();
            }
        });
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
