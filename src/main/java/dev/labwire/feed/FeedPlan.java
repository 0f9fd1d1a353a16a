package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list from the file would do to the feeds there are. The file owns the feeds that it adds; a feed of the API
 * stays as it is as long as it is there; what is retired belongs to whoever names it next.
 *
 * @param added feeds to add, retired ones that come back included
 * @param changed feeds of the file that would be another
 * @param retired feeds of the file that it names no more
 * @param conflicts feeds of the file whose id belongs to another feed of the API
 * @param unchanged how many feeds of the file stay as they are
 */
record FeedPlan(
        List<Added> added, List<Changed> changed, List<Retired> retired, List<Conflict> conflicts, int unchanged) {

    /** A feed to add. */
    record Added(FeedDefinition feed, boolean returns) {}

    /** A feed to change. */
    record Changed(FeedDefinition before, FeedDefinition after) {

        /** What is different: the keys of feeds.yaml, each with its value before and after. */
        Map<String, Difference> fields() {
            ObjectNode old = before.toJson();
            ObjectNode now = after.toJson();
            Set<String> names = new TreeSet<>();
            old.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            Map<String, Difference> fields = new TreeMap<>();
            for (String name : names) {
                if (!old.path(name).equals(now.path(name))) {
                    fields.put(name, new Difference(old.get(name), now.get(name)));
                }
            }
            return fields;
        }
    }

    /** A value before and after; null where it is not set. */
    record Difference(@Nullable JsonNode from, @Nullable JsonNode to) {}

    /** A feed to retire. */
    record Retired(FeedDefinition feed) {}

    /** A feed that the file can't have. */
    record Conflict(FeedDefinition wanted, FeedDefinition there) {

        String message() {
            return "id '" + wanted.slug() + "' belongs to a feed that was added through the API; it stays as it is";
        }
    }

    /**
     * A feed that there is.
     *
     * @param ofFile whether the file owns it
     */
    record Owned(FeedDefinition feed, boolean ofFile, boolean retired) {}

    FeedPlan {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        retired = List.copyOf(retired);
        conflicts = List.copyOf(conflicts);
    }

    boolean doesNothing() {
        return added.isEmpty() && changed.isEmpty() && retired.isEmpty();
    }

    static FeedPlan of(List<FeedDefinition> wanted, Collection<Owned> there) {
        Map<String, Owned> bySlug =
                there.stream().collect(Collectors.toMap(o -> o.feed().slug(), Function.identity()));
        List<Added> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        int unchanged = 0;
        for (FeedDefinition feed : wanted) {
            Owned known = bySlug.get(feed.slug());
            if (known == null || known.retired()) {
                added.add(new Added(feed, known != null));
            } else if (feed.saysTheSameAs(known.feed())) {
                unchanged++;
            } else if (known.ofFile()) {
                changed.add(new Changed(known.feed(), feed));
            } else {
                conflicts.add(new Conflict(feed, known.feed()));
            }
        }
        return new FeedPlan(added, changed, missing(wanted, there), conflicts, unchanged);
    }

    private static List<Retired> missing(List<FeedDefinition> wanted, Collection<Owned> there) {
        Set<String> named = new HashSet<>();
        wanted.forEach(feed -> named.add(feed.slug()));
        return there.stream()
                .filter(known -> known.ofFile() && !known.retired())
                .filter(known -> !named.contains(known.feed().slug()))
                .map(known -> new Retired(known.feed()))
                .toList();
    }
}
