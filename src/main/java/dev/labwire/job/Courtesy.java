package dev.labwire.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets what cannot wait go first: while feeds are overdue, the steps behind the poller rest after each batch for some times
 * as long as the batch took. They become slow then, but never stop. Thread-safe.
 */
@Singleton
public final class Courtesy {

    private static final int TIMES = 15;
    private static final long LONGEST = Duration.ofSeconds(20).toNanos();
    private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(20);

    private volatile boolean behind;

    /** Says whether feeds are overdue. */
    public void behind(boolean isBehind) {
        behind = isBehind;
    }

    /**
     * To be called between two batches, outside of any transaction; returns at once where nothing is overdue, and as soon as
     * nothing is any more.
     *
     * @param since {@link System#nanoTime()} when the last batch began
     */
    public void restAfter(long since) {
        long rest = Math.min(TIMES * (System.nanoTime() - since), LONGEST);
        long end = System.nanoTime() + rest;
        while (behind && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            java.util.concurrent.locks.LockSupport.parkNanos(Math.min(SLICE, end - System.nanoTime()));
        }
    }
}
