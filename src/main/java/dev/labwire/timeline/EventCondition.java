package dev.labwire.timeline;

import dev.labwire.text.LikePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as the condition of a query over {@code event e}, with its parameters bound by name. */
final class EventCondition {

    private static final String THROUGH_A_FEED =
            "exists (select 1 from event_source s join feed_item i on i.article_id = s.article_id"
                    + " join feed f on f.id = i.feed_id where s.event_id = e.id and %s)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    static EventCondition of(EventFilter filter) {
        EventCondition condition = new EventCondition();
        condition.conditions.add("e.gone = false");
        condition.whatItIs(filter);
        condition.whoHasAPart(filter);
        condition.when(filter);
        condition.sources(filter);
        condition.words(filter.words());
        return condition;
    }

    /** Only what stands behind the cursor, in the order of lists. */
    EventCondition behind(@Nullable EventCursor cursor) {
        if (cursor != null) {
            conditions.add("(e.sort_day < :day or e.sort_day = :day and (e.first_seen_at < :seen"
                    + " or e.first_seen_at = :seen and e.public_id < :id))");
            parameters.put("day", cursor.sortDay());
            parameters.put("seen", cursor.firstSeenAt());
            parameters.put("id", cursor.publicId());
        }
        return this;
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
        if (!filter.organizations().isEmpty()) {
            with(
                    "e.id in (select o.event_id from event_organization o where o.slug in (:organizations))",
                    "organizations",
                    filter.organizations());
        }
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
            with(THROUGH_A_FEED.formatted("f.slug in (:feeds)"), "feeds", filter.feeds());
        }
        anyLike(
                THROUGH_A_FEED,
                "',' || f.tags || ','",
                "tag",
                filter.tags().stream()
                        .map(tag -> LikePattern.containing("," + tag + ","))
                        .toList());
        anyLike(
                "exists (select 1 from event_source s where s.event_id = e.id and %s)",
                "lower(s.quote_language) || '-'",
                "language",
                filter.languages().stream()
                        .map(language -> LikePattern.startingWith(language + "-"))
                        .toList());
    }

    private void words(List<String> words) {
        for (int index = 0; index < words.size(); index++) {
            with(
                    "e.search_text like :word" + index + " escape '!'",
                    "word" + index,
                    LikePattern.containing(words.get(index)));
        }
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
