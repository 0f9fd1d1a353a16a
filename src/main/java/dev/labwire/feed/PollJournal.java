package dev.labwire.feed;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Stores finished polls, those that are over at the same time in one commit. Whoever hands one in waits when the database
 * falls behind, so that what is not stored yet stays within bounds.
 */
@Singleton
final class PollJournal {

    private static final Logger LOG = Logger.getLogger(PollJournal.class);

    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_WAITING = 200;
    private static final int MOST_ENTRIES_AT_ONCE = 2000;
    private static final int MOST_KILOBYTES_AT_ONCE = 4 * 1024;
    private static final int MOST_KILOBYTES_WAITING = 24 * 1024;

    private final PollStore store;
    private final PollClaims claims;
    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = new Thread(this::write, "labwire-poll-store");
    /** What is not stored yet may be so large, measured by the documents that it was read from. */
    private final Semaphore room = new Semaphore(MOST_KILOBYTES_WAITING, true);

    private volatile boolean closed;

    PollJournal(PollStore store, PollClaims claims) {
        this.store = store;
        this.claims = claims;
        writer.setDaemon(true);
        writer.start();
    }

    private record Pending(
            FinishedPoll poll, CompletableFuture<Optional<FetchResult>> stored, AtomicBoolean roomTaken) {}

    private static int kilobytes(FinishedPoll poll) {
        return poll.poll() instanceof Poll.Read
                ? (int) Math.min(MOST_KILOBYTES_WAITING, poll.poll().bytes() / 1024)
                : 0;
    }

    /** Hands a poll in; what was stored of it, empty where the feed was changed meanwhile and the poll counts for nothing. */
    CompletableFuture<Optional<FetchResult>> add(FinishedPoll poll) {
        Pending pending = new Pending(poll, new CompletableFuture<>(), new AtomicBoolean());
        boolean taken = false;
        try {
            room.acquire(kilobytes(poll));
            pending.roomTaken().set(true);
            while (!taken && !closed) {
                taken = waiting.offer(pending, 1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!taken || closed) {
            give(pending, Optional.empty());
        }
        return pending.stored();
    }

    private synchronized void give(Pending pending, Optional<FetchResult> result) {
        if (!pending.stored().isDone()) {
            claims.release(pending.poll().feed().id());
            if (pending.roomTaken().get()) {
                room.release(kilobytes(pending.poll()));
            }
            pending.stored().complete(result);
        }
    }

    private void write() {
        List<Pending> batch = new ArrayList<>();
        while (!closed) {
            try {
                collect(batch);
                if (!batch.isEmpty()) {
                    store(batch);
                }
            } catch (InterruptedException stop) {
                closed = true;
            } catch (Error surprise) {
                LOG.error("polls could not be stored", surprise);
            } finally {
                batch.forEach(left -> give(left, Optional.empty()));
                batch.clear();
            }
        }
        waiting.forEach(left -> give(left, Optional.empty()));
    }

    private void collect(List<Pending> batch) throws InterruptedException {
        Pending next = waiting.poll(100, TimeUnit.MILLISECONDS);
        int entries = 0;
        int kilobytes = 0;
        while (next != null) {
            batch.add(next);
            entries += next.poll().poll() instanceof Poll.Read read
                    ? read.entries().size()
                    : 0;
            kilobytes += kilobytes(next.poll());
            boolean full = batch.size() >= MOST_AT_ONCE
                    || entries >= MOST_ENTRIES_AT_ONCE
                    || kilobytes >= MOST_KILOBYTES_AT_ONCE;
            next = full ? null : waiting.poll();
        }
    }

    private void store(List<Pending> batch) {
        try {
            settle(batch, store.commit(batch.stream().map(Pending::poll).toList()));
        } catch (RuntimeException | Error failure) {
            if (batch.size() == 1) {
                LOG.errorf(failure, "a poll of feed %s could not be stored", slug(batch.get(0)));
                storeFailure(batch, failure);
                return;
            }
            // One of them may be the cause; alone it does no harm to the others.
            List.copyOf(batch).forEach(one -> store(new ArrayList<>(List.of(one))));
        }
    }

    /** A feed whose poll cannot be stored would be due again at once; stored is then that it failed, and it backs off. */
    private void storeFailure(List<Pending> one, Throwable failure) {
        FinishedPoll poll = one.get(0).poll();
        Poll.Failed failed = new Poll.Failed(
                poll.poll().status(), poll.poll().bytes(), "what came cannot be stored: " + failure, null);
        try {
            settle(one, store.commit(List.of(new FinishedPoll(poll.feed(), failed, poll.startedAt(), poll.millis()))));
        } catch (RuntimeException | Error nothingCanBeStored) {
            LOG.error("not even that it failed can be stored", nothingCanBeStored);
            rest();
        }
    }

    /** Keeps the claims of what is not stored for a while, so that no publisher is asked over and over. */
    private void rest() {
        for (long end = System.nanoTime() + REST.toNanos(); !closed && System.nanoTime() < end; ) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private void settle(List<Pending> batch, List<Optional<FetchResult>> results) {
        for (int i = 0; i < results.size(); i++) {
            give(batch.get(i), results.get(i));
        }
        batch.clear();
    }

    private static String slug(Pending pending) {
        return pending.poll().feed().slug();
    }

    /** Stops when what is being stored is stored; what waits counts for nothing and is polled again. */
    void close() {
        closed = true;
        try {
            writer.join(5000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
