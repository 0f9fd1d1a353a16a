package dev.labwire.feed.document;

import dev.labwire.text.CanonicalUrl;
import dev.labwire.text.Hashes;
import dev.labwire.text.Urls;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the entries of one document apart. An entry is known by the publisher's id; without one by its link; where a
 * link carries several entries, by link and title; without either by title and date.
 */
public final class EntryIdentity {

    private EntryIdentity() {}

    /** Every entry once, in the order of the document. */
    public static Collection<IdentifiedEntry> of(List<Entry> entries) {
        Map<String, Integer> perLink = countByLink(entries);
        Map<String, IdentifiedEntry> identified = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.isEmpty()) {
                String linkKey = linkKey(entry);
                boolean shared = linkKey != null && perLink.getOrDefault(linkKey, 0) > 1;
                String key = Hashes.sha256Hex(key(entry, linkKey, shared));
                identified.putIfAbsent(
                        key, new IdentifiedEntry(entry, key, linkKey, shared, contentHash(entry, linkKey)));
            }
        }
        return identified.values();
    }

    private static Map<String, Integer> countByLink(List<Entry> entries) {
        Map<String, Integer> perLink = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            String linkKey = linkKey(entry);
            if (linkKey != null && seen.add(key(entry, linkKey, true))) {
                perLink.merge(linkKey, 1, Integer::sum);
            }
        }
        return perLink;
    }

    private static String key(Entry entry, @Nullable String linkKey, boolean shared) {
        if (entry.guid() != null) {
            return "guid " + comparable(entry.guid());
        }
        if (linkKey != null) {
            return shared ? "link " + linkKey + " " + entry.title() : "link " + linkKey;
        }
        return "title " + entry.title() + " " + (entry.title() == null ? entry.summary() : entry.publishedAt());
    }

    /** Ids that are addresses lose and gain slashes and switch schemes; the fragment is what tells some apart. */
    private static String comparable(String guid) {
        return Urls.web(guid)
                .map(uri ->
                        CanonicalUrl.of(guid).key() + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment()))
                .orElse(guid);
    }

    public static @Nullable String linkKey(Entry entry) {
        return entry.link() == null
                ? null
                : Hashes.sha256Hex(CanonicalUrl.of(entry.link()).key());
    }

    private static String contentHash(Entry entry, @Nullable String linkKey) {
        return Hashes.sha256Hex(
                String.join("\0", "" + entry.title(), "" + entry.summary(), "" + entry.content(), "" + linkKey));
    }
}
