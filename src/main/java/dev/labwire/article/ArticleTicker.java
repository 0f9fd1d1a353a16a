package dev.labwire.article;

import dev.labwire.job.Courtesy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/** Drives the steps of this feature. */
@Singleton
final class ArticleTicker {

    private static final int BATCH = 50;

    private final ArticleLinker linker;
    private final ArticleReader reader;
    private final ReadingStore store;
    private final Courtesy courtesy;

    private volatile boolean open;

    ArticleTicker(ArticleLinker linker, ArticleReader reader, ReadingStore store, Courtesy courtesy) {
        this.linker = linker;
        this.reader = reader;
        this.store = store;
        this.courtesy = courtesy;
    }

    void start(@Observes StartupEvent event) {
        store.releaseAll();
    }

    /** Reading waits for our own door, as polling does: a page may stand behind it. */
    void open(@ObservesAsync HttpServerStart event) {
        open = true;
    }

    /** The scheduler ticks a little before the house is open and a little after it closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void link() {
        int linked = BATCH;
        while (linked == BATCH && open) {
            long start = System.nanoTime();
            linked = linker.runOnce(BATCH);
            courtesy.restAfter(start);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (open) {
            reader.drain();
        }
    }
}
