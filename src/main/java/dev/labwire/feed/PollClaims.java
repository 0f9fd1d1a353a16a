package dev.labwire.feed;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Which feeds are being polled, or wait to be: there is one process, and a killed one lets go of all. Thread-safe. */
@Singleton
final class PollClaims {

    private final Set<Long> claimed = new HashSet<>();

    synchronized boolean claim(long feedId) {
        return claimed.add(feedId);
    }

    /** Claims a feed as soon as whoever has it lets go of it; false when that took longer, or this thread was stopped. */
    synchronized boolean claim(long feedId, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!claimed.add(feedId)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void release(long feedId) {
        claimed.remove(feedId);
        notifyAll();
    }

    synchronized int size() {
        return claimed.size();
    }
}
