package dev.labwire.timeline;

import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of events out of query parameters; what is wrong is told all at once. */
@ApplicationScoped
class EventQuestions {

    private static final Set<String> FIELDS = fields();
    private static final Set<String> EXPORTED = exported();
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final EventFilterReader filters;

    EventQuestions(EventFilterReader filters) {
        this.filters = filters;
    }

    /**
     * A question for events as JSON.
     *
     * @param changedSince number of a change; null where what is is asked for, not what changed
     * @param fields to keep; none for all
     * @param onlyFilters true when the question is one that the other forms of the list understand too
     */
    record Asked(EventList.Question list, @Nullable Long changedSince, List<String> fields, boolean onlyFilters) {}

    Asked page(Map<String, List<String>> query) {
        Parameters given = parameters(query, List.of("limit", "cursor", "fields", "asOf", "changedSince", "facets"));
        EventFilter filter = filters.filter(given);
        int limit = given.whole("limit", PAGE, 1, LARGEST_PAGE);
        Instant asOf = asOf(given);
        List<String> facets = given.listed("facets", Facets.NAMES);
        List<String> fields = given.listed("fields", FIELDS);
        Long since = changedSince(given);
        if (since != null && asOf != null) {
            given.wrong("asOf", "does not go with changedSince");
        }
        if (since != null && !facets.isEmpty()) {
            given.wrong("facets", "do not go with changedSince");
        }
        String cursor = given.one("cursor");
        check(given, cursor, filter, asOf, since != null);
        given.check();
        Long from = since != null && cursor != null ? Long.valueOf(ChangeCursor.number(cursor)) : since;
        return new Asked(
                new EventList.Question(filter, limit, cursor, asOf, facets),
                from,
                fields,
                EXPORTED.containsAll(query.keySet()));
    }

    /** What is asked of an export; its limit is as large as it gets unless one is given. */
    EventList.Question export(Map<String, List<String>> query, int otherwise) {
        Parameters given = new Parameters(query, EXPORTED);
        EventFilter filter = filters.filter(given);
        int limit = given.whole("limit", otherwise, 1, Integer.MAX_VALUE);
        Instant asOf = asOf(given);
        given.check();
        return new EventList.Question(filter, limit, null, asOf, List.of());
    }

    /**
     * What a stream follows.
     *
     * @param from number of the change to go on from; null for now
     */
    record Following(EventFilter filter, @Nullable Long from) {}

    /** What a stream is asked to follow; what the client has seen last counts before what it asked for at first. */
    Following stream(Map<String, List<String>> query, @Nullable String lastSeen) {
        Parameters given = parameters(query, List.of("changedSince"));
        EventFilter filter = filters.filter(given);
        Long since = changedSince(given);
        given.check();
        if (lastSeen == null || lastSeen.isBlank()) {
            return new Following(filter, since);
        }
        try {
            return new Following(filter, ChangeCursor.number(lastSeen));
        } catch (IllegalArgumentException unreadable) {
            throw ProblemException.badInput("Last-Event-ID", "is not an id of this stream");
        }
    }

    /** The instant whose beliefs one event is asked for. */
    @Nullable
    Instant one(Map<String, List<String>> query) {
        Parameters given = new Parameters(query, Set.of("asOf"));
        Instant asOf = asOf(given);
        given.check();
        return asOf;
    }

    private static Parameters parameters(Map<String, List<String>> query, Collection<String> more) {
        Set<String> known = new TreeSet<>(EventFilterReader.NAMES);
        known.addAll(more);
        return new Parameters(query, known);
    }

    private static @Nullable Instant asOf(Parameters given) {
        return given.instant("asOf");
    }

    private static @Nullable Long changedSince(Parameters given) {
        String cursor = given.one("changedSince");
        if (cursor == null) {
            return null;
        }
        try {
            return ChangeCursor.number(cursor);
        } catch (IllegalArgumentException unreadable) {
            given.wrong("changedSince", "is not a cursor of changes; 0 is the beginning");
            return null;
        }
    }

    private static void check(
            Parameters given, @Nullable String cursor, EventFilter filter, @Nullable Instant asOf, boolean changes) {
        if (cursor == null) {
            return;
        }
        try {
            if (changes) {
                ChangeCursor.number(cursor);
            } else if (filter.question() != null && asOf == null) {
                HitCursor.of(cursor);
            } else {
                EventCursor.of(cursor);
            }
        } catch (IllegalArgumentException unreadable) {
            given.wrong("cursor", "is not a cursor of this list");
        }
    }

    private static Set<String> fields() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(TimelineEvent.class.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(names::add);
        names.removeAll(List.of("history", "revisions"));
        return names;
    }

    private static Set<String> exported() {
        Set<String> names = new TreeSet<>(EventFilterReader.NAMES);
        names.addAll(List.of("limit", "asOf"));
        return names;
    }
}
