package dev.labwire.feed;

import dev.labwire.job.Workers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The step that polls: claims due feeds, asks several servers at once, commits each answer on its own. */
@Singleton
final class FeedPoller {

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);

    private final PollStore store;
    private final FeedFetcher fetcher;
    private final Workers workers;

    FeedPoller(PollStore store, FeedFetcher fetcher, FeedConfig config) {
        this.store = store;
        this.fetcher = fetcher;
        this.workers = new Workers("labwire-poll", config.poll().workers());
    }

    /** Polls what is due and waits for it; the number of feeds polled. */
    int runOnce(int max) {
        return Workers.await(start(max));
    }

    private List<Future<?>> start(int max) {
        List<Future<?>> polls = new ArrayList<>();
        store.claimDue(Math.min(max, workers.idle())).forEach(claim -> polls.add(workers.start(() -> poll(claim))));
        return polls;
    }

    /** Sets idle workers to what is due and waits for none, so that a slow server delays no other. */
    void drain() {
        store.claimDue(workers.idle()).forEach(claim -> workers.start(() -> pollAndGoOn(claim)));
    }

    private void pollAndGoOn(ClaimedFeed first) {
        List<ClaimedFeed> next = List.of(first);
        while (!next.isEmpty() && !Thread.currentThread().isInterrupted()) {
            next.forEach(this::poll);
            next = store.claimDue(1);
        }
    }

    /** Polls one claimed feed on the caller's thread. */
    Optional<FetchResult> poll(ClaimedFeed claim) {
        long start = System.nanoTime();
        Poll poll = fetched(claim);
        if (Thread.currentThread().isInterrupted()) {
            store.release(claim);
            return Optional.empty();
        }
        Optional<FetchResult> result =
                store.commit(claim, poll, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        result.ifPresent(fetch -> report(claim, fetch));
        return result;
    }

    private Poll fetched(ClaimedFeed claim) {
        try {
            return fetcher.poll(claim);
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "feed %s could not be read", claim.slug());
            return new Poll.Failed(null, "an error of ours while reading: " + surprise, null);
        }
    }

    private static void report(ClaimedFeed claim, FetchResult fetch) {
        if (fetch.error() != null) {
            LOG.infof("feed %s: %s", claim.slug(), fetch.error());
        } else if (fetch.newItems() + fetch.changedItems() > 0) {
            LOG.infof("feed %s: %d new, %d changed", claim.slug(), fetch.newItems(), fetch.changedItems());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        workers.close();
    }
}
