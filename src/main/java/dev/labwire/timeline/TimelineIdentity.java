package dev.labwire.timeline;

import dev.labwire.storage.WriteTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives a new database a name of its own, by which what is derived from it knows where it belongs. */
@ApplicationScoped
class TimelineIdentity {

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
    }
}
