package dev.labwire.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the audit trail; written once and never changed. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public Instant recordedAt = Instant.EPOCH;
    public String actor = "";
    public String action = "";
    public String subject = "";
    public @Nullable String beforeState;
    public @Nullable String afterState;
}
