package dev.labwire.timeline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose lock serialises all change of the timeline, and which numbers each change. */
@Entity
@Table(name = "timeline_clock")
class TimelineClock {

    static final int ROW = 1;

    @Id
    private int id = ROW;

    private long sequence;

    long next() {
        sequence = sequence + 1;
        return sequence;
    }
}
