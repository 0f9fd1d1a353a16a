package dev.labwire.timeline;

import dev.labwire.text.LikePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter as the condition of a query over {@code event e}, with its parameters bound by name. */
final class EventCondition {

    private static final String THROUGH_A_FEED =
            "exists (select 1 from event_source s join feed_item i on i.article_id = s.article_id"
                    + " join feed f on f.id = i.feed_id where s.event_id = EVENT and %s)";

    private final EventTable table;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private EventCondition(EventTable table) {
        this.table = table;
    }

    /** The condition but for the question in words, which is not the database's to answer. */
    static EventCondition of(EventFilter filter, EventTable table) {
        EventCondition condition = new EventCondition(table);
        condition.conditions.add("e.gone = false");
        if (table.asOf() != null) {
            condition.with(
                    "e.recorded_at <= :asOf and (e.superseded_at is null or e.superseded_at > :asOf)",
                    "asOf",
                    table.asOf());
        }
        condition.whatItIs(filter);
        condition.whoHasAPart(filter);
        condition.when(filter);
        condition.sources(filter);
        return condition;
    }

    /** Only what stands behind the cursor, in the order of lists. */
    EventCondition behind(@Nullable EventCursor cursor) {
        if (cursor != null) {
            conditions.add("e.sort_day <= :day and (e.sort_day < :day or e.first_seen_at < :seen"
                    + " or e.first_seen_at = :seen and e.public_id < :id)");
            parameters.put("day", cursor.sortDay());
            parameters.put("seen", cursor.firstSeenAt());
            parameters.put("id", cursor.publicId());
        }
        return this;
    }

    /** Only these events, by their ids. */
    EventCondition among(Collection<String> publicIds) {
        with("e.public_id in (:among)", "among", List.copyOf(publicIds));
        return this;
    }

    /** Only these revisions, by their ids; of {@link EventTable#EVER}. */
    EventCondition inRevisions(Collection<Long> revisions) {
        with("e.id in (:revisions)", "revisions", List.copyOf(revisions));
        return this;
    }

    EventTable table() {
        return table;
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void whatItIs(EventFilter filter) {
        anyOf("e.type", "types", filter.types());
        anyOf("e.kind", "kinds", filter.kinds());
        anyOf("e.status", "statuses", filter.statuses());
        if (filter.salience() != null) {
            with("e.salience = :salience", "salience", filter.salience().wireName());
        }
        if (filter.minConfidence() > 0) {
            with("e.confidence >= :minConfidence", "minConfidence", filter.minConfidence());
        }
    }

    private void whoHasAPart(EventFilter filter) {
        anyOf("e.person_slug", "people", filter.people());
        anyOf("e.model_slug", "models", filter.models());
        anyOf("e.from_slug", "from", filter.from());
        anyOf("e.to_slug", "to", filter.to());
        organizations(filter.organizations());
    }

    private void organizations(List<String> ids) {
        if (table == EventTable.NOW) {
            if (!ids.isEmpty()) {
                with(
                        "e.id in (select o.event_id from event_organization o where o.slug in (:organizations))",
                        "organizations",
                        ids);
            }
            return;
        }
        anyLike(
                "%s",
                "e.organizations",
                "organization",
                ids.stream().map(id -> LikePattern.containing(" " + id + " ")).toList());
    }

    private void when(EventFilter filter) {
        if (filter.since() != null) {
            with("coalesce(e.date_to, e.sort_day) >= :since", "since", filter.since());
        }
        if (filter.until() != null) {
            with("coalesce(e.date_from, e.sort_day) <= :until", "until", filter.until());
        }
        if (filter.seenSince() != null) {
            with("e.first_seen_at >= :seenSince", "seenSince", filter.seenSince());
        }
    }

    private void sources(EventFilter filter) {
        if (filter.minSources() > 0) {
            with("e.source_count >= :minSources", "minSources", filter.minSources());
        }
        if (!filter.feeds().isEmpty()) {
            with(throughAFeed("f.slug in (:feeds)"), "feeds", filter.feeds());
        }
        anyLike(
                throughAFeed("%s"),
                "',' || f.tags || ','",
                "tag",
                filter.tags().stream()
                        .map(tag -> LikePattern.containing("," + tag + ","))
                        .toList());
        anyLike(
                "%s",
                "e.languages",
                "language",
                filter.languages().stream()
                        .flatMap(language -> Stream.of(" " + language + " ", " " + language + "-"))
                        .map(LikePattern::containing)
                        .toList());
    }

    private String throughAFeed(String condition) {
        return THROUGH_A_FEED.replace("EVENT", table.eventId()).formatted(condition);
    }

    private void anyOf(String column, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            with(column + " in (:" + name + ")", name, values);
        }
    }

    private void anyLike(String condition, String expression, String name, List<String> patterns) {
        if (patterns.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        patterns.forEach(pattern -> {
            String numbered = name + names.size();
            names.add(numbered);
            parameters.put(numbered, pattern);
        });
        conditions.add(condition.formatted(names.stream()
                .map(each -> expression + " like :" + each + " escape '!'")
                .collect(Collectors.joining(" or ", "(", ")"))));
    }

    private void with(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
