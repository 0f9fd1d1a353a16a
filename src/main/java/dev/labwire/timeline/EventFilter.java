package dev.labwire.timeline;

import dev.labwire.extraction.Salience;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted: those that meet every condition, and of a condition with several values any of them. An empty
 * list asks for nothing in particular.
 *
 * @param organizations ids of organisations that have any part
 * @param from ids of organisations that somebody leaves
 * @param to ids of organisations that somebody comes to
 * @param since events whose date can be that day or later
 * @param until events whose date can be that day or earlier
 * @param seenSince events first seen then or later
 * @param languages of a source
 * @param tags of a feed that a source came through
 * @param feeds ids of feeds that a source came through
 * @param salience null for any
 * @param question in words, about headline, names, roles and quotes; null for none
 */
public record EventFilter(
        List<String> types,
        List<String> kinds,
        List<String> statuses,
        List<String> organizations,
        List<String> from,
        List<String> to,
        List<String> people,
        List<String> models,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable Instant seenSince,
        List<String> languages,
        List<String> tags,
        List<String> feeds,
        int minSources,
        double minConfidence,
        @Nullable Salience salience,
        @Nullable String question) {

    public EventFilter {
        types = List.copyOf(types);
        kinds = List.copyOf(kinds);
        statuses = List.copyOf(statuses);
        organizations = List.copyOf(organizations);
        from = List.copyOf(from);
        to = List.copyOf(to);
        people = List.copyOf(people);
        models = List.copyOf(models);
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        feeds = List.copyOf(feeds);
    }

    /** All that is news, with no condition besides. */
    public static EventFilter news() {
        return new EventFilter(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                Salience.PRIMARY,
                null);
    }
}
