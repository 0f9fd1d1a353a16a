package dev.labwire.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of sessions. */
@Entity
@Table(name = "browser_session")
class BrowserSession {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String tokenHash = "";
    public String principal = "";
    public Instant createdAt = Instant.EPOCH;
    public Instant lastUsedAt = Instant.EPOCH;
}
