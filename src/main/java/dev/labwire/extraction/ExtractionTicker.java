package dev.labwire.extraction;

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

    private volatile boolean open;

    ExtractionTicker(ExtractionStep step) {
        this.step = step;
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
            read = step.runOnce(BATCH);
        }
    }
}
