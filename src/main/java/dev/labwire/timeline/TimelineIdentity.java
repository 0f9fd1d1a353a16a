package dev.labwire.timeline;

import dev.labwire.storage.WriteTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives a new database a name of its own, by which what is derived from it knows where it belongs. Each start leaves numbers of
 * changes out: those of a killed process may have been seen by a client before they were lost, and must not mean something
 * else.
 */
@ApplicationScoped
class TimelineIdentity {

    /** more changes than are made between two saves */
    private static final long LEFT_OUT = 100_000;

    private final Placing placing;
    private final PublicIds ids;

    TimelineIdentity(Placing placing, PublicIds ids) {
        this.placing = placing;
        this.ids = ids;
    }

    @WriteTransaction
    void start(@Observes StartupEvent event) {
        TimelineClock clock = placing.lock();
        if (clock.identity() == null) {
            clock.identify(ids.next());
        }
        clock.leaveOut(LEFT_OUT);
    }
}
