package dev.labwire.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody asked for who has yet to show that the address is theirs. */
@Entity
@Table(name = "subscription_request")
class SubscriptionRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String publicId = "";
    public String address = "";
    public String settings = "";
    public Instant requestedAt = Instant.EPOCH;
    public @Nullable Instant confirmedAt;
}
