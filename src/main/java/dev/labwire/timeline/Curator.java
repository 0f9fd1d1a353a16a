package dev.labwire.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.labwire.access.AuditTrail;
import dev.labwire.problem.ProblemException;
import dev.labwire.storage.WriteTransaction;
import dev.labwire.timeline.merge.Decision;
import dev.labwire.timeline.merge.TellingKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an admin decides of events. A decision is kept together with who made it and when, the events that it concerns are
 * made anew in the same commit, and undoing it makes them what they would be without it.
 */
@ApplicationScoped
class Curator {

    private static final int MOST_SHOWN = 500;

    private final EventRepository events;
    private final RevisionRepository revisions;
    private final DecisionRepository decisions;
    private final DecisionRows rows;
    private final Corrections corrections;
    private final Placing placing;
    private final EventJson json;
    private final PublicIds ids;
    private final AuditTrail audit;
    private final InstantSource instants;

    Curator(
            EventRepository events,
            RevisionRepository revisions,
            DecisionRepository decisions,
            DecisionRows rows,
            Corrections corrections,
            Placing placing,
            EventJson json,
            PublicIds ids,
            AuditTrail audit,
            InstantSource instants) {
        this.audit = audit;
        this.events = events;
        this.revisions = revisions;
        this.decisions = decisions;
        this.rows = rows;
        this.corrections = corrections;
        this.placing = placing;
        this.json = json;
        this.ids = ids;
        this.instants = instants;
    }

    /** Who decides, and why, where they say so. */
    record Editor(String name, @Nullable String note) {}

    @WriteTransaction(durable = true)
    void correct(String id, JsonNode patch, Editor editor) {
        StoredEvent event = living(id);
        JsonNode read = corrections.read(
                patch, json.event(revisions.findById(event.revisionId()).body()));
        decide(Decision.Kind.CORRECT, event, rows.body(own(event), List.of(), List.of(), List.of(), read), editor);
    }

    @WriteTransaction(durable = true)
    void confirm(String id, Editor editor) {
        decideOn(Decision.Kind.CONFIRM, living(id), editor);
    }

    @WriteTransaction(durable = true)
    void hide(String id, Editor editor) {
        decideOn(Decision.Kind.HIDE, living(id), editor);
    }

    private void decideOn(Decision.Kind kind, StoredEvent event, Editor editor) {
        decide(kind, event, rows.body(own(event), List.of(), List.of(), List.of(), null), editor);
    }

    /** Merges these events into that one, each by a decision of its own. */
    @WriteTransaction(durable = true)
    void merge(String id, List<String> others, Editor editor) {
        StoredEvent event = visible(id);
        for (String otherId : others) {
            StoredEvent other = visible(otherId);
            if (other.id() == event.id()) {
                throw ProblemException.badInput("events", "an event can't be merged into itself");
            }
            if (!other.type().equals(event.type())) {
                throw ProblemException.badInput(
                        "events", "'" + otherId + "' is a " + other.type() + ", the event a " + event.type());
            }
            List<TellingKey> keys = own(event);
            decide(
                    Decision.Kind.MERGE,
                    event,
                    rows.body(keys, rows.keysOf(other, List.of()), List.of(otherId), List.of(), null),
                    editor);
        }
    }

    /**
     * The tellings that an event had before others were merged into it: a decision on it holds on to these, so that it stays
     * with the event when a merger is undone.
     */
    private List<TellingKey> own(StoredEvent event) {
        List<TellingKey> merged = decisions.inForce().stream()
                .filter(row -> row.kind.equals("merge") && row.eventId.equals(event.publicId()))
                .flatMap(row -> rows.body(row).others().stream())
                .toList();
        List<TellingKey> all = rows.keysOf(event, List.of());
        List<TellingKey> own = all.stream().filter(key -> !merged.contains(key)).toList();
        return own.isEmpty() ? all : own;
    }

    /** Takes what these articles tell out of the event, to be one of its own, and says its id. */
    @WriteTransaction(durable = true)
    String split(String id, List<String> urls, Editor editor) {
        StoredEvent event = visible(id);
        List<TellingKey> all = rows.keysOf(event, List.of());
        List<TellingKey> apart = rows.keysOf(event, urls);
        if (apart.isEmpty()) {
            throw ProblemException.badInput("sources", "none of them is a source of the event");
        }
        List<TellingKey> rest = all.stream().filter(key -> !apart.contains(key)).toList();
        if (rest.isEmpty()) {
            throw ProblemException.badInput("sources", "nothing would be left of the event");
        }
        decide(Decision.Kind.SPLIT, event, rows.body(rest, apart, List.of(), urls, null), editor);
        return rows.eventOf(apart);
    }

    /** Undoes that the event is hidden, or that it was merged into another. */
    @WriteTransaction(durable = true)
    void restore(String id, Editor editor) {
        StoredEvent event = events.byPublicId(id).orElseThrow(() -> missing(id));
        Predicate<StoredDecision> hides = row -> row.kind.equals("hide") && concerns(row, event);
        Predicate<StoredDecision> mergesAway =
                row -> row.kind.equals("merge") && rows.body(row).otherEvents().contains(id);
        List<StoredDecision> undone = decisions.inForce().stream()
                .filter(event.hidden() ? hides : mergesAway)
                .toList();
        if (undone.isEmpty()) {
            throw ProblemException.conflict("Nobody hid the event '" + id + "' or merged it into another.");
        }
        undone.forEach(row -> undo(row, editor));
    }

    private boolean concerns(StoredDecision row, StoredEvent event) {
        List<TellingKey> keys = rows.keysOf(event, List.of());
        return row.eventId.equals(event.publicId())
                || rows.body(row).event().stream().anyMatch(keys::contains);
    }

    /** Undoes a decision; one that is undone stays so. */
    @WriteTransaction(durable = true)
    void undo(String decision, Editor editor) {
        StoredDecision row = decisions
                .byPublicId(decision)
                .orElseThrow(() -> ProblemException.notFound("There is no decision '" + decision + "'."));
        if (row.undoneAt == null) {
            undo(row, editor);
        }
    }

    private void undo(StoredDecision row, Editor editor) {
        List<String> blocks = new ArrayList<>(rows.blocksOf(rows.body(row)));
        row.undoneAt = instants.instant().truncatedTo(ChronoUnit.MICROS);
        row.undoneBy = editor.name();
        decisions.flush();
        audit.recordOf(editor.name(), "decision.undo", "event:" + row.eventId, summary(row), null);
        placing.makeAnew(blocks, Cause.decision(row.publicId));
    }

    /** The newest decisions, of one event where one is named. */
    @Transactional
    List<MadeDecision> newest(@Nullable String event) {
        return decisions.newest(event == null ? "" : event, MOST_SHOWN).stream()
                .map(row -> MadeDecision.of(row, rows.body(row)))
                .toList();
    }

    private void decide(Decision.Kind kind, StoredEvent event, DecisionBody body, Editor editor) {
        StoredDecision row = new StoredDecision();
        row.publicId = ids.next();
        row.kind = DecisionRows.kind(kind);
        row.eventId = event.publicId();
        row.madeAt = instants.instant().truncatedTo(ChronoUnit.MICROS);
        row.madeBy = editor.name();
        row.note = editor.note();
        row.body = rows.text(body);
        decisions.persistAndFlush(row);
        audit.recordOf(editor.name(), "decision." + row.kind, "event:" + row.eventId, null, summary(row));
        placing.makeAnew(rows.blocksOf(body), Cause.decision(row.publicId));
    }

    private MadeDecision summary(StoredDecision row) {
        return MadeDecision.of(row, rows.body(row));
    }

    private StoredEvent living(String id) {
        StoredEvent event = events.byPublicId(id).orElseThrow(() -> missing(id));
        if (event.mergedInto() != null) {
            throw ProblemException.conflict("The event '" + id + "' was merged into '" + event.mergedInto() + "'.");
        }
        if (event.vanished()) {
            throw ProblemException.conflict("No article tells of the event '" + id + "' any more.");
        }
        return event;
    }

    private StoredEvent visible(String id) {
        StoredEvent event = living(id);
        if (event.hidden()) {
            throw ProblemException.conflict("The event '" + id + "' is hidden; restore it first.");
        }
        return event;
    }

    private static ProblemException missing(String id) {
        return ProblemException.notFound("There is no event '" + id + "'.");
    }
}
