package dev.labwire.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The row that says what was believed of an event from one moment on. */
@Entity
@Table(name = "event_revision")
class StoredRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "event_id")
    private long eventId;

    private long sequence;

    @Column(name = "recorded_at")
    private Instant recordedAt = Instant.EPOCH;

    private String status = "";

    @Column(name = "date_from")
    private @Nullable LocalDate dateFrom;

    @Column(name = "date_to")
    private @Nullable LocalDate dateTo;

    @Column(name = "date_precision")
    private @Nullable String datePrecision;

    private String cause = "";
    private String body = "";

    /** For Hibernate. */
    StoredRevision() {}

    /** What the event says now, and the URL of the article that made it say so. */
    StoredRevision(StoredEvent event, String cause) {
        this.eventId = event.id();
        this.sequence = event.sequence();
        this.recordedAt = event.updatedAt();
        this.status = event.status();
        this.dateFrom = event.dateFrom();
        this.dateTo = event.dateTo();
        this.datePrecision = event.datePrecision();
        this.cause = cause;
        this.body = event.body();
    }

    String status() {
        return status;
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
}
