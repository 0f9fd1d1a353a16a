package dev.labwire.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of one decision: what, on which event, by whom, when; its body says the rest as JSON. */
@Entity
@Table(name = "decision")
class StoredDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "public_id")
    String publicId = "";

    String kind = "";

    @Column(name = "event_id")
    String eventId = "";

    @Column(name = "made_at")
    Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by")
    String madeBy = "";

    @Nullable
    String note;

    String body = "";

    @Column(name = "undone_at")
    @Nullable
    Instant undoneAt;

    @Column(name = "undone_by")
    @Nullable
    String undoneBy;
}
