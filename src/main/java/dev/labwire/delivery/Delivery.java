package dev.labwire.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
@Entity
@Table(name = "delivery")
class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String publicId = "";
    public String channel = "";
    public String kind = "";
    public String occasion = "";
    public String endpoint = "";
    public int priority;
    public String subject = "";
    public String state = "";
    public long fence;
    public int attempts;
    public Instant nextAttemptAt = Instant.EPOCH;
    public @Nullable Instant leasedUntil;
    public boolean calledOff;
    public Instant createdAt = Instant.EPOCH;
    public @Nullable Instant settledAt;
    public @Nullable Integer lastCode;
    public @Nullable String lastError;

    boolean is(DeliveryState other) {
        return state.equals(other.wireName());
    }

    void enter(DeliveryState next, Instant now) {
        state = next.wireName();
        leasedUntil = null;
        settledAt = next == DeliveryState.PENDING || next == DeliveryState.SENDING ? null : now;
    }

    Settled settled() {
        return new Settled(
                Channel.valueOf(channel.toUpperCase(java.util.Locale.ROOT)),
                kind,
                occasion,
                endpoint,
                DeliveryState.of(state),
                lastCode);
    }
}
