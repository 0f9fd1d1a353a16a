package dev.labwire.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of keys for programs. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String publicId = "";
    public String name = "";
    public String keyHash = "";
    public String scope = Role.READ;
    public Instant createdAt = Instant.EPOCH;
    public @Nullable Instant expiresAt;
    public @Nullable Instant revokedAt;
    public @Nullable Instant lastUsedAt;

    boolean holds(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
