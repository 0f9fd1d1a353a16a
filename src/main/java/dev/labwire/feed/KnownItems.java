package dev.labwire.feed;

import dev.labwire.feed.document.IdentifiedEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises the entries of a fetch among the stored ones, also where a publisher changed their ids. Pure; serves one
 * fetch.
 */
final class KnownItems {

    private final Map<String, KnownItem> byKey = new HashMap<>();
    private final Map<String, List<KnownItem>> byLink = new HashMap<>();
    private final Set<String> keysOfFetch;

    KnownItems(Collection<KnownItem> known, Collection<IdentifiedEntry> fetch) {
        for (KnownItem item : known) {
            byKey.put(item.itemKey(), item);
            if (item.linkKey() != null) {
                byLink.computeIfAbsent(item.linkKey(), link -> new ArrayList<>())
                        .add(item);
            }
        }
        keysOfFetch = fetch.stream().map(IdentifiedEntry::itemKey).collect(Collectors.toSet());
    }

    Optional<KnownItem> find(IdentifiedEntry entry) {
        KnownItem same = byKey.get(entry.itemKey());
        return same != null ? Optional.of(same) : underAnotherId(entry);
    }

    /**
     * The one stored entry under the same link, if its own id is gone from the feed. Where a link carries several
     * entries the link says nothing, unless neither has an id and the titles agree.
     */
    private Optional<KnownItem> underAnotherId(IdentifiedEntry entry) {
        List<KnownItem> candidates = entry.linkKey() == null
                ? List.of()
                : byLink.getOrDefault(entry.linkKey(), List.of()).stream()
                        .filter(item -> !keysOfFetch.contains(item.itemKey()))
                        .toList();
        boolean linkTells = !entry.sharedLink()
                && byLink.getOrDefault(String.valueOf(entry.linkKey()), List.of())
                                .size()
                        == 1
                && candidates.size() == 1
                && !candidates.get(0).sharedLink();
        if (linkTells) {
            return Optional.of(candidates.get(0));
        }
        return candidates.stream()
                .filter(item -> item.guid() == null && entry.entry().guid() == null)
                .filter(item -> Objects.equals(item.title(), entry.entry().title()))
                .findFirst();
    }
}
