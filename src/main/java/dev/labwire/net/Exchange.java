package dev.labwire.net;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time that one exchange may still take on the wire; waiting for a turn does not count. */
final class Exchange implements AutoCloseable {

    private final ScheduledExecutorService watchdogs;
    private long leftNanos;
    private long runningSince;
    private boolean expired;
    private @Nullable Runnable abort;
    private @Nullable Future<?> watchdog;

    Exchange(Duration deadline, ScheduledExecutorService watchdogs) {
        this.watchdogs = watchdogs;
        this.leftNanos = deadline.toNanos();
    }

    synchronized void resume() {
        runningSince = System.nanoTime();
        watchdog = watchdogs.schedule(this::expire, Math.max(leftNanos, 0), TimeUnit.NANOSECONDS);
    }

    synchronized void pause() {
        leftNanos -= System.nanoTime() - runningSince;
        abort = null;
        if (watchdog != null) {
            watchdog.cancel(false);
        }
    }

    /** Names what to do when the time is up; done at once when it already is. */
    synchronized void onExpiry(Runnable action) {
        abort = action;
        if (expired) {
            action.run();
        }
    }

    synchronized boolean isExpired() {
        return expired;
    }

    private synchronized void expire() {
        expired = true;
        if (abort != null) {
            abort.run();
        }
    }

    @Override
    public synchronized void close() {
        if (watchdog != null) {
            watchdog.cancel(false);
        }
    }
}
