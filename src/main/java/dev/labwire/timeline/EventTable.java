package dev.labwire.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a question about events looks: at the events as they are, or at what was believed at an instant. Both have the same
 * columns.
 */
record EventTable(
        String name,
        String eventId,
        String revisionId,
        @Nullable Instant asOf) {

    static final EventTable NOW = new EventTable("event", "e.id", "e.revision_id", null);

    /** Any revision, whenever it was in force. */
    static final EventTable EVER = new EventTable("event_revision", "e.event_id", "e.id", null);

    static EventTable at(@Nullable Instant instant) {
        return instant == null ? NOW : new EventTable("event_revision", "e.event_id", "e.id", instant);
    }
}
