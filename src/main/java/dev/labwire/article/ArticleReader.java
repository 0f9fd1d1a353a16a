package dev.labwire.article;

import dev.labwire.job.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** The step that reads articles' pages: claims, asks several servers at once, commits each on its own. */
@Singleton
final class ArticleReader {

    private static final Logger LOG = Logger.getLogger(ArticleReader.class);

    private final ReadingStore store;
    private final PageVisitor visitor;
    private final Workers workers;

    ArticleReader(ReadingStore store, PageVisitor visitor, ArticleConfig config) {
        this.store = store;
        this.visitor = visitor;
        this.workers = new Workers("labwire-read", config.workers());
    }

    /** Reads what is due and waits for it; the number of pages asked for. */
    int runOnce(int max) {
        return Workers.await(start(max));
    }

    private List<Future<?>> start(int max) {
        List<Future<?>> visits = new ArrayList<>();
        store.claimDue(Math.min(max, workers.idle())).forEach(claim -> visits.add(workers.start(() -> read(claim))));
        return visits;
    }

    /** Sets idle workers to what is due and waits for none. */
    void drain() {
        store.claimDue(workers.idle()).forEach(claim -> workers.start(() -> readAndGoOn(claim)));
    }

    private void readAndGoOn(ReadingStore.Claim first) {
        List<ReadingStore.Claim> next = List.of(first);
        while (!next.isEmpty() && !Thread.currentThread().isInterrupted()) {
            next.forEach(this::read);
            next = store.claimDue(1);
        }
    }

    private void read(ReadingStore.Claim claim) {
        PageVisit visit = visited(claim);
        if (Thread.currentThread().isInterrupted()) {
            store.release(claim);
        } else {
            store.commit(claim, visit);
        }
    }

    private PageVisit visited(ReadingStore.Claim claim) {
        try {
            return visitor.visitNow(claim.url());
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "the page of article %d could not be read", claim.id());
            return new PageVisit.NotYet("an error of ours while reading: " + surprise);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.close();
    }
}
