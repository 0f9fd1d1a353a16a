package dev.labwire.feed;

import dev.labwire.job.Courtesy;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step that polls: claims due feeds, sets a worker to each whose host can be asked, hands what came of it to the
 * journal. No worker waits for a host or for the database, only for servers.
 */
@Singleton
final class FeedPoller {

    private static final Logger LOG = Logger.getLogger(FeedPoller.class);

    /** How long the table is not looked at again when nothing was due. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How long someone who asks for a poll waits for the one that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long SHORTEST_WAIT = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final PollStore store;
    private final PollClaims claims;
    private final PollJournal journal;
    private final FeedFetcher fetcher;
    private final FeedMetrics metrics;
    private final Courtesy courtesy;
    private final WebClient web;
    private final InstantSource clock;
    private final Workers workers;
    private final int mostPerHost;
    private final int mostWaiting;

    private final PollQueue queue = new PollQueue();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long nextLook;
    private boolean refilling;
    private boolean closed;

    FeedPoller(
            PollStore store,
            PollClaims claims,
            PollJournal journal,
            FeedFetcher fetcher,
            FeedMetrics metrics,
            Courtesy courtesy,
            WebClient web,
            FeedConfig config,
            InstantSource clock) {
        this.store = store;
        this.claims = claims;
        this.journal = journal;
        this.fetcher = fetcher;
        this.metrics = metrics;
        this.courtesy = courtesy;
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

    /**
     * Sets idle workers to what is due, for a while or until there is nothing; workers then go on by themselves. Called by
     * one thread at a time.
     */
    void drain(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                Optional<PollQueue.Next> next = workers.idle() > 0 ? next() : Optional.empty();
                if (next.isPresent()) {
                    workers.start(() -> work(next.get()));
                } else if (!awaitWork(end)) {
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there may be something to hand out; false where nothing waits. */
    private boolean awaitWork(long end) throws InterruptedException {
        lock.lock();
        try {
            if (closed || queue.size() == 0 && System.nanoTime() < nextLook) {
                return false;
            }
            long hosts = Math.max(SHORTEST_WAIT, queue.delay(feed -> web.delay(feed.address())));
            long left = Math.max(SHORTEST_WAIT, end - System.nanoTime());
            changed.await(Math.min(Math.min(hosts, LONGEST_WAIT), left), TimeUnit.NANOSECONDS);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next feed whose host can be asked now; brings more from the table when few are left. */
    private Optional<PollQueue.Next> next() {
        int room = 0;
        Set<String> full = Set.of();
        Optional<PollQueue.Next> next;
        lock.lock();
        try {
            next = closed ? Optional.empty() : queue.next(feed -> web.turn(feed.address()));
            if (!closed && !refilling && queue.size() < mostWaiting / 2 && System.nanoTime() >= nextLook) {
                refilling = true;
                room = mostWaiting - queue.size();
                full = queue.full(mostPerHost);
            }
        } finally {
            lock.unlock();
        }
        return room > 0 && refill(room, full) && next.isEmpty() ? next() : next;
    }

    /** Whether there was anything to bring. */
    private boolean refill(int room, Set<String> full) {
        List<ClaimedFeed> due = List.of();
        try {
            due = store.claimDue(room, full);
            return !due.isEmpty();
        } catch (RuntimeException failure) {
            LOG.error("due feeds cannot be claimed", failure);
            return false;
        } finally {
            courtesy.behind(due.size() > workers.number());
            lock.lock();
            try {
                refilling = false;
                nextLook = due.isEmpty() ? System.nanoTime() + PAUSE.toNanos() : 0;
                if (closed) {
                    due.forEach(feed -> claims.release(feed.id()));
                } else {
                    due.forEach(queue::add);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void work(PollQueue.Next first) {
        Optional<PollQueue.Next> next = Optional.of(first);
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            poll(next.get());
            next = next();
        }
        next.ifPresent(left -> {
            left.turn().close();
            claims.release(left.feed().id());
        });
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void poll(PollQueue.Next next) {
        boolean handedOver = false;
        try (Turn turn = next.turn()) {
            FinishedPoll poll = polled(next.feed(), turn);
            if (poll != null) {
                CompletableFuture<Optional<FetchResult>> stored = journal.add(poll);
                handedOver = true;
                stored.thenAccept(result -> result.ifPresent(fetch -> report(next.feed(), fetch)));
            }
        } finally {
            if (!handedOver) {
                claims.release(next.feed().id());
            }
        }
    }

    /**
     * Polls a feed now, after a poll of it that is under way; empty where it rests, or where that one takes too long.
     */
    Optional<FetchResult> pollNow(String slug) {
        Long id = store.pollableId(slug).orElse(null);
        if (id == null || !claims.claim(id, PATIENCE)) {
            return Optional.empty();
        }
        Optional<ClaimedFeed> feed = store.claimed(slug);
        if (feed.isEmpty()) {
            claims.release(id);
        }
        return feed.flatMap(this::poll);
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
        return new FinishedPoll(feed, poll, started, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private Poll fetched(ClaimedFeed feed, @Nullable Turn turn) {
        try {
            return fetcher.poll(feed, turn);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError surprise) {
            LOG.errorf(surprise, "feed %s could not be read", feed.slug());
            String reason = surprise instanceof OutOfMemoryError
                    ? "its document takes more memory to read than there is"
                    : "an error of ours while reading: " + surprise;
            return new Poll.Failed(null, 0, reason, null);
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
