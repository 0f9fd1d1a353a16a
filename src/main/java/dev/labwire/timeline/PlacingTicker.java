package dev.labwire.timeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Places, every second, whatever waits to be placed; after a start, makes anew what another merger has made. */
@ApplicationScoped
class PlacingTicker {

    private static final int ALL = Integer.MAX_VALUE;

    private final Placing placing;

    private volatile boolean open;
    private boolean rebuilding = true;

    PlacingTicker(Placing placing) {
        this.placing = placing;
    }

    void start(@Observes StartupEvent event) {
        open = true;
    }

    /** The scheduler ticks a little after the house closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        while (open && placing.runOnce(ALL) > 0) {
            // one batch after the other, each a commit of its own
        }
        while (open && rebuilding) {
            rebuilding = placing.rebuildSome();
        }
    }
}
