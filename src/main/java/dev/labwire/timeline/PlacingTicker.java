package dev.labwire.timeline;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Places, every second, whatever waits to be placed. */
@ApplicationScoped
class PlacingTicker {

    private static final int ALL = Integer.MAX_VALUE;

    private final Placing placing;

    PlacingTicker(Placing placing) {
        this.placing = placing;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        while (placing.runOnce(ALL) > 0) {
            // one batch after the other, each a commit of its own
        }
    }
}
