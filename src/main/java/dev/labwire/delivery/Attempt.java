package dev.labwire.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the log of attempts. */
@Entity
@Table(name = "delivery_attempt")
class Attempt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public long deliveryId;
    public Instant startedAt = Instant.EPOCH;
    public long millis;
    public String outcome = "";
    public @Nullable Integer code;
    public @Nullable String detail;
}
