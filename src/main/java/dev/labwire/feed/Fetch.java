package dev.labwire.feed;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the poll log. */
@Entity
@Table(name = "feed_fetch")
class Fetch {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public long feedId;
    public Instant fetchedAt = Instant.EPOCH;
    public @Nullable Integer status;
    public int newItems;
    public int changedItems;
    public long millis;
    public @Nullable String error;
    public String outcome = "read";
    public long bytes;
    public long lateMillis;
}
