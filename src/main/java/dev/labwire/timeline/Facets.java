package dev.labwire.timeline;

import dev.labwire.directory.Directory;
import dev.labwire.directory.Entry;
import dev.labwire.directory.Shelf;
import dev.labwire.timeline.search.TextIndex;
import dev.labwire.timeline.search.TextQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts events by what they have in common. */
@ApplicationScoped
class Facets {

    private static final int MOST_VALUES = 50;
    private static final int HITS_AT_ONCE = 500;
    private static final String THROUGH_FEEDS = "join event_source s on s.event_id = EVENT"
            + " join feed_item i on i.article_id = s.article_id join feed f on f.id = i.feed_id";

    /** How a facet is counted: an expression, whether it lists several values between blanks, and whose names they are. */
    private record Facet(
            String expression, String separator, @Nullable Shelf names, boolean throughFeeds) {

        Facet(String expression) {
            this(expression, "", null, false);
        }
    }

    private static final Map<String, Facet> FACETS = Map.ofEntries(
            Map.entry("type", new Facet("e.type")),
            Map.entry("kind", new Facet("e.kind")),
            Map.entry("status", new Facet("e.status")),
            Map.entry("salience", new Facet("e.salience")),
            Map.entry("person", new Facet("e.person_slug", "", Shelf.PERSON, false)),
            Map.entry("model", new Facet("e.model_slug", "", Shelf.MODEL, false)),
            Map.entry("fromOrganization", new Facet("e.from_slug", "", Shelf.ORGANIZATION, false)),
            Map.entry("toOrganization", new Facet("e.to_slug", "", Shelf.ORGANIZATION, false)),
            Map.entry("organization", new Facet("e.organizations", " ", Shelf.ORGANIZATION, false)),
            Map.entry("language", new Facet("e.languages", " ", null, false)),
            Map.entry("feed", new Facet("f.slug", "", null, true)),
            Map.entry("tag", new Facet("f.tags", ",", null, true)));

    /** The filters that can be counted by. */
    static final Set<String> NAMES = new TreeSet<>(FACETS.keySet());

    private final EventRows rows;
    private final TextSearch search;
    private final Directory directory;

    Facets(EventRows rows, TextSearch search, Directory directory) {
        this.rows = rows;
        this.search = search;
        this.directory = directory;
    }

    /** For each name the values and how many events that pass the filter have them, the most frequent first. */
    Map<String, List<EventPage.FacetCount>> of(List<String> names, EventFilter filter, EventTable table) {
        List<Supplier<EventCondition>> conditions = conditions(filter, table);
        Map<String, List<EventPage.FacetCount>> facets = new LinkedHashMap<>();
        names.forEach(name -> facets.put(name, counts(FACETS.get(name), conditions)));
        return facets;
    }

    /** One condition, or where there is a question in words, one for some of its answers at a time. */
    private List<Supplier<EventCondition>> conditions(EventFilter filter, EventTable table) {
        if (filter.question() == null) {
            return List.of(() -> EventCondition.of(filter, table));
        }
        TextQuery question = TextQuery.of(filter.question());
        List<Supplier<EventCondition>> conditions = new ArrayList<>();
        TextIndex.Hit last = null;
        List<TextIndex.Hit> hits;
        do {
            hits = search.search(question, last, HITS_AT_ONCE);
            List<String> ids = hits.stream().map(TextIndex.Hit::id).toList();
            if (!ids.isEmpty()) {
                conditions.add(() -> EventCondition.of(filter, table).among(ids));
                last = hits.get(hits.size() - 1);
            }
        } while (hits.size() == HITS_AT_ONCE);
        return conditions;
    }

    private List<EventPage.FacetCount> counts(Facet facet, List<Supplier<EventCondition>> conditions) {
        Map<String, Long> counts = new HashMap<>();
        for (Supplier<EventCondition> condition : conditions) {
            EventCondition some = condition.get();
            String joins = facet.throughFeeds()
                    ? THROUGH_FEEDS.replace("EVENT", some.table().eventId())
                    : "";
            String counted = facet.throughFeeds() ? "distinct " + some.table().eventId() : "*";
            rows.counts(some, facet.expression(), joins, counted).forEach((value, count) -> values(facet, value)
                    .forEach(one -> counts.merge(one, count, Long::sum)));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(entry -> new EventPage.FacetCount(entry.getKey(), name(facet, entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Stream<String> values(Facet facet, String value) {
        return facet.separator().isEmpty()
                ? Stream.of(value)
                : Arrays.stream(value.split(facet.separator()))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct();
    }

    private String name(Facet facet, String value) {
        return facet.names() == null
                ? value
                : directory.find(facet.names(), value).map(Entry::name).orElse(value);
    }
}
