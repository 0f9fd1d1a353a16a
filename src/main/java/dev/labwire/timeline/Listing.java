package dev.labwire.timeline;

import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page that follows; null on the last one
 */
record Listing<T>(List<T> items, @Nullable String next) {

    private static final Set<String> PARAMETERS = Set.of("q", "limit", "cursor");

    Listing {
        items = List.copyOf(items);
    }

    /** The page of a shelf that the query parameters ask for. */
    static <T> Listing<T> of(
            Map<String, List<String>> query, Directory directory, Shelf shelf, Function<Entry, T> shown) {
        Parameters given = new Parameters(query, PARAMETERS);
        int limit = given.whole("limit", 50, 1, 500);
        String part = given.one("q");
        String after = after(given, shelf);
        given.check();
        List<Entry> entries = directory.list(shelf, part, after, limit + 1);
        List<Entry> page = entries.subList(0, Math.min(limit, entries.size()));
        String next = entries.size() > limit ? cursor(shelf, page.get(limit - 1).id()) : null;
        return new Listing<>(page.stream().map(shown).toList(), next);
    }

    private static String cursor(Shelf shelf, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mark(shelf, id).getBytes(StandardCharsets.UTF_8));
    }

    /** A cursor says which list it belongs to, so that none is taken for another's. */
    private static String mark(Shelf shelf, String id) {
        return shelf.name() + "/" + id;
    }

    private static @Nullable String after(Parameters given, Shelf shelf) {
        String cursor = given.one("cursor");
        if (cursor == null) {
            return null;
        }
        String place = decoded(cursor);
        String start = mark(shelf, "");
        if (!place.startsWith(start)) {
            given.wrong("cursor", "is not a cursor of this list");
            return null;
        }
        return place.substring(start.length());
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
