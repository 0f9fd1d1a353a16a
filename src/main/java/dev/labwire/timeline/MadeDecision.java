package dev.labwire.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision, as an admin is shown it.
 *
 * @param kind correct, merge, split, hide or confirm
 * @param event id of the event that was decided on
 * @param otherEvents ids of the events merged into it
 * @param sources URLs of the articles that were split off
 * @param changes of a correction, the merge patch
 * @param undoneAt when it was undone; null while it is in force
 */
record MadeDecision(
        String id,
        String kind,
        String event,
        List<String> otherEvents,
        List<String> sources,
        @Nullable JsonNode changes,
        Instant madeAt,
        String madeBy,
        @Nullable String note,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {

    static MadeDecision of(StoredDecision row, DecisionBody body) {
        return new MadeDecision(
                row.publicId,
                row.kind,
                row.eventId,
                body.otherEvents(),
                body.sources(),
                body.changes(),
                row.madeAt,
                row.madeBy,
                row.note,
                row.undoneAt,
                row.undoneBy);
    }
}
