package dev.labwire.feed;

import dev.labwire.job.Workers;
import dev.labwire.net.Turn;
import dev.labwire.net.WebClient;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step that polls: claims due feeds, sets a worker to each whose host can be asked, hands what came of it to the
 * journal. One thread hands out the work, so that workers wait for nothing but servers.
 */
@Singleton
final class FeedPoller {

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);

    /** How long the table is not looked at again when nothing was due. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PollStore store;
    private final PollClaims claims;
    private final PollJournal journal;
    private final FeedFetcher fetcher;
    private final FeedMetrics metrics;
    private final WebClient web;
    private final InstantSource clock;
    private final Workers workers;
    private final int mostPerHost;
    private final int mostWaiting;

    private final PollQueue queue = new PollQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long nextLook;
    private boolean closed;

    FeedPoller(
            PollStore store,
            PollClaims claims,
            PollJournal journal,
            FeedFetcher fetcher,
            FeedMetrics metrics,
            WebClient web,
            FeedConfig config,
            InstantSource clock) {
        this.store = store;
        this.claims = claims;
        this.journal = journal;
        this.fetcher = fetcher;
        this.metrics = metrics;
        this.web = web;
        this.clock = clock;
        int hands = config.poll().workers();
        this.workers = new Workers("labwire-poll", hands);
        this.mostPerHost = Math.max(PollQueue.MOST_PER_HOST, 2 * config.poll().hostConcurrency());
        this.mostWaiting = 8 * hands;
    }

    /** Polls what is due, one after the other, and waits for it; the number of feeds polled. */
    int runOnce(int max) {
        List<ClaimedFeed> due = store.claimDue(max, List.of());
        due.forEach(this::poll);
        return due.size();
    }

    /** Hands out what is due for a while, until nothing is or the time is over. Called by one thread at a time. */
    void drain(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            while (!closed && System.nanoTime() < end) {
                boolean started = startOne();
                if (!started && queue.size() == 0 && System.nanoTime() < nextLook) {
                    return;
                }
                if (!started) {
                    changed.await(Math.min(end - System.nanoTime(), waitForHosts()), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private long waitForHosts() {
        long longest = TimeUnit.MILLISECONDS.toNanos(100);
        return Math.max(100_000, Math.min(queue.delay(feed -> web.delay(feed.address())), longest));
    }

    private boolean startOne() {
        if (workers.idle() == 0) {
            return false;
        }
        refill();
        Optional<PollQueue.Next> next = queue.next(feed -> web.turn(feed.address()));
        next.ifPresent(poll -> workers.start(() -> work(poll.feed(), poll.turn())));
        return next.isPresent();
    }

    private void refill() {
        if (queue.size() > mostWaiting / 2 || System.nanoTime() < nextLook) {
            return;
        }
        List<ClaimedFeed> due = store.claimDue(mostWaiting - queue.size(), queue.full(mostPerHost));
        due.forEach(queue::add);
        if (due.isEmpty()) {
            nextLook = System.nanoTime() + PAUSE.toNanos();
        }
    }

    private void work(ClaimedFeed feed, Turn turn) {
        try {
            FinishedPoll poll = polled(feed, turn);
            if (poll == null) {
                claims.release(feed.id());
            } else {
                journal.add(poll).thenAccept(result -> result.ifPresent(fetch -> report(feed, fetch)));
            }
        } finally {
            turn.close();
            signal();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Polls one claimed feed on the caller's thread, and waits until that is stored. */
    Optional<FetchResult> poll(ClaimedFeed feed) {
        FinishedPoll poll = polled(feed, null);
        if (poll == null) {
            claims.release(feed.id());
            return Optional.empty();
        }
        CompletableFuture<Optional<FetchResult>> stored = journal.add(poll);
        Optional<FetchResult> result = stored.join();
        result.ifPresent(fetch -> report(feed, fetch));
        return result;
    }

    /** Null when this thread was stopped meanwhile. */
    private @Nullable FinishedPoll polled(ClaimedFeed feed, @Nullable Turn turn) {
        Instant started = clock.instant();
        long start = System.nanoTime();
        Poll poll = fetched(feed, turn);
        long nanos = System.nanoTime() - start;
        if (Thread.currentThread().isInterrupted()) {
            return null;
        }
        metrics.polled(poll, nanos);
        return new FinishedPoll(feed, poll, started, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private Poll fetched(ClaimedFeed feed, @Nullable Turn turn) {
        try {
            return fetcher.poll(feed, turn);
        } catch (RuntimeException | StackOverflowError surprise) {
            LOG.errorf(surprise, "feed %s could not be read", feed.slug());
            return new Poll.Failed(null, 0, "an error of ours while reading: " + surprise, null);
        }
    }

    private void report(ClaimedFeed feed, FetchResult fetch) {
        metrics.stored(fetch);
        if (fetch.error() != null) {
            LOG.infof("feed %s: %s", feed.slug(), fetch.error());
        } else if (fetch.newItems() + fetch.changedItems() > 0) {
            LOG.infof("feed %s: %d new, %d changed", feed.slug(), fetch.newItems(), fetch.changedItems());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        List<ClaimedFeed> left = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            queue.drain().forEach(left::add);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(feed -> claims.release(feed.id()));
        workers.close();
        journal.close();
    }
}
