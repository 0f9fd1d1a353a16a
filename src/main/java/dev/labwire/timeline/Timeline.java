package dev.labwire.timeline;

import dev.labwire.extraction.Status;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.event.Revision;
import dev.labwire.timeline.event.TimelineEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The timeline for the rest of the house: lists of events, and one event with its history. */
@ApplicationScoped
public final class Timeline {

    private final EventRows rows;
    private final EventRepository events;
    private final RevisionRepository revisions;
    private final TellingRows tellings;
    private final EventJson json;

    Timeline(
            EventRows rows,
            EventRepository events,
            RevisionRepository revisions,
            TellingRows tellings,
            EventJson json) {
        this.rows = rows;
        this.events = events;
        this.revisions = revisions;
        this.tellings = tellings;
        this.json = json;
    }

    /** The newest events that pass the filter; a question in words is not asked. */
    @Transactional
    public List<TimelineEvent> newest(EventFilter filter, int limit) {
        return events(filter, EventRows.NEWEST_FIRST, limit);
    }

    /** The events that pass the filter in the order in which they happened; a question in words is not asked. */
    @Transactional
    public List<TimelineEvent> inOrder(EventFilter filter, int limit) {
        return events(filter, EventRows.OLDEST_FIRST, limit);
    }

    private List<TimelineEvent> events(EventFilter filter, String order, int limit) {
        return rows.bodies(rows.select(EventCondition.of(filter, EventTable.NOW), order, limit)).stream()
                .map(json::event)
                .toList();
    }

    /**
     * The event of that id, with its history; empty when there is none, or none any more.
     *
     * @param asOf the instant whose belief is asked for; null for now
     */
    @Transactional
    public Optional<TimelineEvent> find(String publicId, @Nullable Instant asOf) {
        return Optional.ofNullable(rows.whole(publicId, asOf, false)).map(whole -> remembering(whole, asOf));
    }

    /** The same for an admin, who sees what is hidden too. */
    @Transactional
    TimelineEvent whole(String publicId) {
        return Optional.ofNullable(rows.whole(publicId, null, true))
                .map(whole -> remembering(whole, null))
                .orElseThrow(() -> ProblemException.notFound("There is no event '" + publicId + "'."));
    }

    private TimelineEvent remembering(EventRows.Whole whole, @Nullable Instant asOf) {
        List<Revision> believed = revisions.ofEvent(whole.event()).stream()
                .filter(revision -> asOf == null || !revision.recordedAt().isAfter(asOf))
                .map(revision -> new Revision(
                        revision.recordedAt(),
                        revision.headline(),
                        Status.of(revision.status()),
                        revision.sourceCount(),
                        revision.cause()))
                .toList();
        return json.event(whole.body()).remembering(json.history(whole.history()), believed);
    }

    /** What is said of a model in figures, and by whom. */
    @Transactional
    Figures figures(String model) {
        return Figures.of(tellings.saidOfModel(model));
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
}
