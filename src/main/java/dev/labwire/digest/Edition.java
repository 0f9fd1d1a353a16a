package dev.labwire.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the table of editions: one subscriber, one local day. */
@Entity
@Table(name = "edition")
class Edition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public long subscriptionId;
    public LocalDate localDate = LocalDate.EPOCH;
    public String timeZone = "";
    public String language = "";
    public long afterNumber;
    public long upToNumber;
    public Instant composedAt = Instant.EPOCH;
    public int events;
    public int older;
    public String figures = "";
}
