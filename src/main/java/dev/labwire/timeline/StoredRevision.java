package dev.labwire.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row that says what was believed of an event from one moment on, until another superseded it. */
@Entity
@Table(name = "event_revision")
class StoredRevision extends EventColumns {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "event_id")
    private long eventId;

    @Column(name = "recorded_at")
    private Instant recordedAt = Instant.EPOCH;

    @Column(name = "superseded_at")
    private @Nullable Instant supersededAt;

    private String cause = "";
    private String body = "";
    private String history = "";

    /** For Hibernate. */
    StoredRevision() {}

    /** What the event says now, why, and as JSON. */
    StoredRevision(StoredEvent event, String cause, String body, String history) {
        copy(event);
        this.eventId = event.id();
        this.recordedAt = event.updatedAt();
        this.cause = cause;
        this.body = body;
        this.history = history;
    }

    @Nullable
    Long id() {
        return id;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String cause() {
        return cause;
    }

    String body() {
        return body;
    }

    String history() {
        return history;
    }
}
