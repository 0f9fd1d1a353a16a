package dev.labwire.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.TimelineEvent;
import dev.labwire.timeline.search.TextQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed on the timeline, for those who tell others: the digest and the webhooks. */
@ApplicationScoped
public class TimelineChanges {

    private final RevisionRows revisions;
    private final EventRows rows;
    private final EventChanges changes;
    private final EventFilterReader filters;
    private final TextSearch search;
    private final EventJson json;

    TimelineChanges(
            RevisionRows revisions,
            EventRows rows,
            EventChanges changes,
            EventFilterReader filters,
            TextSearch search,
            EventJson json) {
        this.revisions = revisions;
        this.rows = rows;
        this.changes = changes;
        this.filters = filters;
        this.search = search;
        this.json = json;
    }

    /**
     * The filter that these query parameters of the list of events mean; names are looked up now.
     *
     * @throws ProblemException naming each parameter that is unknown or wrong
     */
    @Transactional
    public EventFilter filter(Map<String, List<String>> query) {
        Parameters given = new Parameters(query, new TreeSet<>(EventFilterReader.NAMES));
        EventFilter filter = filters.filter(given);
        given.check();
        return filter;
    }

    /**
     * Query parameters from a JSON object whose values are texts, numbers or lists of these.
     *
     * @param field what the object is called in complaints
     * @throws ProblemException when it is something else
     */
    public static Map<String, List<String>> parameters(@Nullable JsonNode object, String field) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (object == null || object.isNull()) {
            return parameters;
        }
        if (!object.isObject()) {
            throw ProblemException.badInput(field, "must be an object of query parameters");
        }
        object.properties()
                .forEach(entry ->
                        parameters.put(entry.getKey(), values(field + "." + entry.getKey(), entry.getValue())));
        return parameters;
    }

    private static List<String> values(String name, JsonNode value) {
        if (value.isArray()) {
            List<String> values = new ArrayList<>();
            value.forEach(one -> values.add(text(name, one)));
            return values;
        }
        return List.of(text(name, value));
    }

    private static String text(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw ProblemException.badInput(name, "must be a text, a number or a list of these");
        }
        return value.asText();
    }

    /** Tells this timeline from those of other databases, whose changes have the same numbers. */
    @Transactional
    public String identity() {
        return Objects.requireNonNullElse(rows.state().identity(), "");
    }

    /** The number of the last change. */
    @Transactional
    public long last() {
        return rows.sequence();
    }

    /** The number of the last change that was recorded then or before; 0 where there was none. */
    @Transactional
    public long lastAt(Instant instant) {
        return revisions.lastAt(instant);
    }

    /** What changed behind the one number, up to the other. */
    @Transactional
    public ChangeWindow window(long after, long upTo) {
        Map<String, RevisionRows.Row> now = revisions.lastOfEach(after, upTo);
        Map<String, RevisionRows.Row> before = revisions.lastOfEach(now.keySet(), after);
        Map<String, ChangeWindow.Span> spans = new LinkedHashMap<>();
        now.forEach((id, row) -> spans.put(
                id, new ChangeWindow.Span(living(before.get(id)), living(row), row.number(), row.mergedInto())));
        return new ChangeWindow(identity(), after, upTo, spans, revisions.mergedInto(now.keySet()));
    }

    private static @Nullable Long living(RevisionRows.@Nullable Row row) {
        return row == null || row.gone() ? null : Long.valueOf(row.revision());
    }

    /**
     * The events that changed in the window and passed the filter before or pass it now, in the order of their last changes.
     *
     * @param besides ids of events that are wanted whether they pass or not
     */
    @Transactional
    public List<ChangedEvent> changed(ChangeWindow window, EventFilter filter, Set<String> besides) {
        Map<String, ChangeWindow.Span> spans = window.spans();
        Set<String> before = passing(window, filter, ChangeWindow.Span::before);
        Set<String> now = passing(window, filter, ChangeWindow.Span::now);
        List<String> wanted = spans.keySet().stream()
                .filter(id -> before.contains(id) || now.contains(id) || besides.contains(id))
                .toList();
        read(
                window,
                wanted.stream()
                        .map(spans::get)
                        .flatMap(span -> Stream.of(Optional.ofNullable(span.before()), Optional.ofNullable(span.now())))
                        .flatMap(Optional::stream)
                        .toList());
        return wanted.stream()
                .map(id -> changed(id, Objects.requireNonNull(spans.get(id)), window, before, now))
                .toList();
    }

    private static ChangedEvent changed(
            String id, ChangeWindow.Span span, ChangeWindow window, Set<String> before, Set<String> now) {
        return new ChangedEvent(
                id,
                span.number(),
                span.before() == null ? null : window.read().get(span.before()),
                span.now() == null ? null : window.read().get(span.now()),
                before.contains(id),
                now.contains(id),
                span.mergedInto());
    }

    /** Which end of a span. */
    private interface End {
        @Nullable
        Long of(ChangeWindow.Span span);
    }

    /** Ids of the events whose revision at that end of the window passes the filter. */
    private Set<String> passing(ChangeWindow window, EventFilter filter, End end) {
        List<Long> ids = window.spans().values().stream()
                .map(end::of)
                .filter(Objects::nonNull)
                .toList();
        Set<String> passing = new HashSet<>();
        TextQuery question = filter.question() == null ? null : TextQuery.of(filter.question());
        Rows.chunks(ids).forEach(some -> {
            List<EventRows.Row> found =
                    rows.select(EventCondition.of(filter, EventTable.EVER).inRevisions(some), "", some.size());
            found.stream()
                    .filter(row -> question == null || answers(question, row))
                    .forEach(row -> passing.add(row.id()));
        });
        return passing;
    }

    private boolean answers(TextQuery question, EventRows.Row row) {
        return search.matches(question, rows.bodies(List.of(row)).get(0));
    }

    private void read(ChangeWindow window, Collection<Long> wanted) {
        List<Long> unread = wanted.stream()
                .filter(id -> !window.read().containsKey(id))
                .distinct()
                .toList();
        Rows.chunks(unread).forEach(some -> revisions.bodies(some).forEach((revision, body) -> window.read()
                .put(revision, json.event(body))));
    }

    /** These events as they were right after that change, by id; none of those that were not on the timeline then. */
    @Transactional
    public Map<String, TimelineEvent> asOf(Collection<String> ids, long number) {
        Map<String, Long> living = new HashMap<>();
        revisions.lastOfEach(ids, number).forEach((id, row) -> {
            if (!row.gone()) {
                living.put(id, row.revision());
            }
        });
        Map<Long, String> bodies = new HashMap<>();
        Rows.chunks(List.copyOf(living.values())).forEach(some -> bodies.putAll(revisions.bodies(some)));
        Map<String, TimelineEvent> events = new HashMap<>();
        living.forEach((id, revision) -> events.put(id, json.event(Objects.requireNonNull(bodies.get(revision)))));
        return events;
    }

    /**
     * One change, for a program.
     *
     * @param number of the change
     * @param created true when the event came onto the timeline behind the number that was asked for
     * @param event as JSON; null when it is gone or does not pass the filter any more
     * @param mergedInto id of the event that it went into
     */
    public record ProgramChange(
            long number,
            String id,
            boolean created,
            @JsonRawValue @Nullable String event,
            @Nullable String mergedInto,
            Instant at) {}

    /**
     * Some changes.
     *
     * @param upTo number to go on from
     */
    public record ProgramChanges(List<ProgramChange> changes, long upTo) {

        public ProgramChanges {
            changes = List.copyOf(changes);
        }
    }

    /** At most so many changes behind that number, of events that pass the filter or did. */
    @Transactional
    public ProgramChanges since(long number, EventFilter filter, int limit) {
        long last = rows.sequence();
        EventChanges.Page page = changes.since(number, filter, limit);
        List<String> ids = page.changes().stream().map(EventChanges.Change::id).toList();
        Set<String> old = new HashSet<>(revisions.lastOfEach(ids, number).keySet());
        List<ProgramChange> told = new ArrayList<>();
        page.changes()
                .forEach(change -> told.add(new ProgramChange(
                        change.number(),
                        change.id(),
                        !old.contains(change.id()),
                        change.body(),
                        change.mergedInto(),
                        change.at())));
        return new ProgramChanges(told, page.more() ? page.upTo() : Math.max(last, page.upTo()));
    }
}
