package dev.labwire.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** A fixed crew of threads for a step that waits on other people's servers. Takes no more work than it has hands. */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final int number;
    private final Semaphore idle;
    private final ExecutorService threads;

    public Workers(String name, int number) {
        AtomicInteger count = new AtomicInteger();
        this.number = number;
        this.idle = new Semaphore(number);
        this.threads =
                Executors.newFixedThreadPool(number, work -> new Thread(work, name + "-" + count.incrementAndGet()));
    }

    /** How many hands there are. */
    public int number() {
        return number;
    }

    /** How many pieces of work could start at once; none once closed. */
    public int idle() {
        return threads.isShutdown() ? 0 : idle.availablePermits();
    }

    /** Whether any work is under way. */
    public boolean isBusy() {
        return idle.availablePermits() < number;
    }

    /** Starts a piece of work as soon as a hand is free. */
    public Future<?> start(Runnable work) {
        idle.acquireUninterruptibly();
        return threads.submit(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error surprise) {
                LOG.error("background work failed", surprise);
            } finally {
                idle.release();
            }
        });
    }

    /** Waits until all of this work is done, or the caller is interrupted. */
    public static int await(List<Future<?>> work) {
        for (Future<?> piece : work) {
            try {
                piece.get();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return work.size();
            } catch (ExecutionException failure) {
                LOG.error("background work failed", failure.getCause());
            }
        }
        return work.size();
    }

    /** Interrupts what is under way and waits a little for it to end. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
