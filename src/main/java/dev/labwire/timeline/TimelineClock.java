package dev.labwire.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one row whose lock serialises all change of the timeline, and which numbers and times each change. */
@Entity
@Table(name = "timeline_clock")
class TimelineClock {

    static final int ROW = 1;

    @Id
    private int id = ROW;

    private long sequence;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    @Column(name = "merger_version")
    private @Nullable String mergerVersion;

    @Column(name = "rebuilt_up_to")
    private @Nullable String rebuiltUpTo;

    private @Nullable String identity;

    long next() {
        sequence = sequence + 1;
        return sequence;
    }

    /** The next number is so much higher; no matter for a timeline that has no change yet. */
    void leaveOut(long numbers) {
        sequence = sequence == 0 ? 0 : sequence + numbers;
    }

    long sequence() {
        return sequence;
    }

    /** The moment of a change: now, or that of the change before where a clock was set back. */
    Instant moment(Instant now) {
        changedAt = changedAt == null || now.isAfter(changedAt) ? now : changedAt;
        return changedAt;
    }

    /** The block behind which events are still as another merger made them, or null when there are none. */
    @Nullable
    String rebuiltUpTo(String version) {
        if (version.equals(mergerVersion)) {
            return rebuiltUpTo;
        }
        return "";
    }

    void rebuilt(String version, @Nullable String upTo) {
        mergerVersion = version;
        rebuiltUpTo = upTo;
    }

    @Nullable
    String identity() {
        return identity;
    }

    void identify(String newIdentity) {
        identity = newIdentity;
    }
}
