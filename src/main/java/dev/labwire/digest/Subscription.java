package dev.labwire.digest;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the table of subscriptions. */
@Entity
@Table(name = "subscription")
class Subscription {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String publicId = "";
    public String address = "";
    public String addressKey = "";
    public String state = "";
    public @Nullable String stateBecause;
    public String timeZone = "";
    public String deliverAt = "";
    public String language = "";
    public boolean whenQuiet;
    public String filter = "";
    public LocalDate nextDate = LocalDate.EPOCH;
    public Instant nextDueAt = Instant.EPOCH;
    public @Nullable Instant retryAt;
    public @Nullable LocalDate lastDate;
    public long position;
    public int refusals;
    public Instant createdAt = Instant.EPOCH;
    public Instant changedAt = Instant.EPOCH;

    boolean is(SubscriptionState other) {
        return state.equals(other.wireName());
    }

    void enter(SubscriptionState next, @Nullable String because, Instant now) {
        state = next.wireName();
        stateBecause = because;
        changedAt = now;
    }

    /** The edition of that day comes next. */
    void await(LocalDate day, DueDates dates) {
        nextDate = day;
        nextDueAt = dates.due(day);
        retryAt = null;
    }
}
