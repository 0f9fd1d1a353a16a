package dev.labwire.timeline;

import dev.labwire.extraction.OccurredOn;
import dev.labwire.extraction.Status;
import dev.labwire.timeline.merge.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The timeline as it stands: lists of events, and one event with its history. */
@ApplicationScoped
public final class Timeline {

    private static final String NEWEST_FIRST = " order by e.sort_day desc, e.first_seen_at desc, e.public_id desc";
    private static final String OLDEST_FIRST = " order by e.sort_day, e.first_seen_at, e.public_id";

    private final Session session;
    private final EventRepository events;
    private final RevisionRepository revisions;
    private final EventJson json;

    Timeline(Session session, EventRepository events, RevisionRepository revisions, EventJson json) {
        this.session = session;
        this.events = events;
        this.revisions = revisions;
        this.json = json;
    }

    /** The newest events that pass the filter, from the cursor on. */
    @Transactional
    EventPage page(EventFilter filter, int limit, @Nullable EventCursor cursor) {
        List<Tuple> rows = select(EventCondition.of(filter).behind(cursor), NEWEST_FIRST)
                .setMaxResults(limit + 1)
                .getResultList();
        List<Tuple> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? cursor(shown.get(limit - 1)).text() : null;
        return new EventPage(shown.stream().map(this::event).toList(), next);
    }

    /** The newest events that pass the filter. */
    @Transactional
    public List<TimelineEvent> newest(EventFilter filter, int limit) {
        return select(EventCondition.of(filter), NEWEST_FIRST).setMaxResults(limit).getResultList().stream()
                .map(this::event)
                .toList();
    }

    /** The events that pass the filter in the order in which they happened. */
    @Transactional
    public List<TimelineEvent> inOrder(EventFilter filter, int limit) {
        return select(EventCondition.of(filter), OLDEST_FIRST).setMaxResults(limit).getResultList().stream()
                .map(this::event)
                .toList();
    }

    /** The event of that id, with its history; empty when there is none, or none any more. */
    @Transactional
    public Optional<TimelineEvent> find(String publicId) {
        return events.byPublicId(publicId).filter(event -> !event.gone()).map(event -> json.event(event.body())
                .identified(event.publicId(), event.updatedAt())
                .remembering(history(event.id())));
    }

    /** The id of the event that one was merged into, however many steps away. */
    @Transactional
    public Optional<String> survivor(String publicId) {
        Set<String> passed = new HashSet<>();
        String at = publicId;
        while (passed.add(at)) {
            String next = events.byPublicId(at).map(StoredEvent::mergedInto).orElse(null);
            if (next == null) {
                break;
            }
            at = next;
        }
        return at.equals(publicId) ? Optional.empty() : Optional.of(at);
    }

    private NativeQuery<Tuple> select(EventCondition condition, String order) {
        NativeQuery<Tuple> query = session.createNativeQuery(
                "select e.public_id as id, e.body as body, e.updated_at as updated_at, e.sort_day as sort_day,"
                        + " e.first_seen_at as first_seen_at from event e where " + condition.sql() + order,
                Tuple.class);
        query.addScalar("id", String.class);
        query.addScalar("body", String.class);
        query.addScalar("updated_at", Instant.class);
        query.addScalar("sort_day", LocalDate.class);
        query.addScalar("first_seen_at", Instant.class);
        condition.parameters().forEach((name, value) -> {
            if (value instanceof List<?> values) {
                query.setParameterList(name, values);
            } else {
                query.setParameter(name, value);
            }
        });
        return query;
    }

    private TimelineEvent event(Tuple row) {
        return json.event(Rows.text(row, "body")).identified(Rows.text(row, "id"), Rows.instant(row, "updated_at"));
    }

    private static EventCursor cursor(Tuple row) {
        return new EventCursor(
                row.get("sort_day", LocalDate.class), Rows.instant(row, "first_seen_at"), Rows.text(row, "id"));
    }

    /** Of the revisions, those that changed the status or the date. */
    private List<Change> history(long event) {
        List<Change> history = new ArrayList<>();
        for (StoredRevision revision : revisions.ofEvent(event)) {
            Change change = change(revision);
            Change last = history.isEmpty() ? null : history.get(history.size() - 1);
            if (last == null
                    || last.status() != change.status()
                    || !Objects.equals(last.occurredOn(), change.occurredOn())) {
                history.add(change);
            }
        }
        return history;
    }

    private Change change(StoredRevision revision) {
        OccurredOn date = json.event(revision.body()).occurredOn();
        return new Change(revision.recordedAt(), Status.of(revision.status()), date, revision.cause());
    }
}
