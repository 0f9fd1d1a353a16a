package dev.labwire.feed;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The step that polls: claims due feeds, asks several servers at once, commits each answer on its own. */
@Singleton
final class FeedPoller {

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);

    private final PollStore store;
    private final FeedFetcher fetcher;
    private final Semaphore idle;
    private final ExecutorService workers;

    FeedPoller(PollStore store, FeedFetcher fetcher, FeedConfig config) {
        this.store = store;
        this.fetcher = fetcher;
        this.idle = new Semaphore(config.poll().workers());
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(
                config.poll().workers(), work -> new Thread(work, "labwire-poll-" + number.incrementAndGet()));
    }

    /** Polls what is due and waits for it; the number of feeds polled. */
    int runOnce(int max) {
        List<Future<?>> polls = start(max);
        for (Future<?> poll : polls) {
            try {
                poll.get();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return polls.size();
            } catch (ExecutionException failure) {
                LOG.error("a poll failed unexpectedly", failure.getCause());
            }
        }
        return polls.size();
    }

    /** Sets as many due feeds going as there are idle workers; waits for none, so that a slow server delays no other. */
    List<Future<?>> start(int max) {
        int free = Math.min(max, idle.availablePermits());
        List<Future<?>> polls = new ArrayList<>();
        if (free > 0) {
            for (ClaimedFeed claim : store.claimDue(free)) {
                idle.acquireUninterruptibly();
                polls.add(workers.submit(() -> working(claim)));
            }
        }
        return polls;
    }

    private void working(ClaimedFeed claim) {
        try {
            poll(claim);
        } finally {
            idle.release();
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

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.shutdownNow();
        workers.awaitTermination(5, TimeUnit.SECONDS);
    }
}
