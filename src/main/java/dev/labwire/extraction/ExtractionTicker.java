package dev.labwire.extraction;

import dev.labwire.job.Courtesy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Drives the reading of articles. */
@Singleton
class ExtractionTicker {

    private static final int BATCH = 50;

    private final ExtractionStep step;
    private final Courtesy courtesy;

    private volatile boolean open;

    ExtractionTicker(ExtractionStep step, Courtesy courtesy) {
        this.step = step;
        this.courtesy = courtesy;
    }

    void start(@Observes StartupEvent event) {
        open = true;
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drain() {
        int read = BATCH;
        while (read == BATCH && open) {
            long start = System.nanoTime();
            read = step.runOnce(BATCH);
            courtesy.restAfter(start);
        }
    }
}
