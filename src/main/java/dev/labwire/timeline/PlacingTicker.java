package dev.labwire.timeline;

import dev.labwire.job.Courtesy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Places, every second, whatever waits to be placed; after a start, makes anew what another merger has made. */
@ApplicationScoped
class PlacingTicker {

    private static final int ALL = Integer.MAX_VALUE;

    private final Placing placing;
    private final Courtesy courtesy;
    private final Timer batches;

    private volatile boolean open;
    private boolean rebuilding = true;

    PlacingTicker(Placing placing, Courtesy courtesy, MeterRegistry meters) {
        this.placing = placing;
        this.courtesy = courtesy;
        this.batches = Timer.builder("labwire.placing.batch")
                .description("Time to place a batch of articles on the timeline, in one commit")
                .register(meters);
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
        while (open && placed() > 0) {
            // one batch after the other, each a commit of its own
        }
        while (open && rebuilding) {
            rebuilding = placing.rebuildSome();
        }
    }

    private int placed() {
        long start = System.nanoTime();
        int articles = placing.runOnce(ALL);
        if (articles > 0) {
            batches.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            courtesy.restAfter(start);
        }
        return articles;
    }
}
