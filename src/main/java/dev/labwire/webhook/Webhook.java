package dev.labwire.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of webhooks. */
@Entity
@Table(name = "webhook")
class Webhook {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String publicId = "";
    public String url = "";
    public @Nullable String description;
    public String filter = "";
    public String secret = "";
    public @Nullable String oldSecret;
    public @Nullable Instant oldSecretUntil;
    public boolean enabled;
    public @Nullable String disabledBecause;
    public long position;
    public Instant createdAt = Instant.EPOCH;
}
