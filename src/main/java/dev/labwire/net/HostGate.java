package dev.labwire.net;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many requests at a time pass to one host, with a pause between their starts. Thread-safe. */
final class HostGate {

    private static final int FORGET_EVERY = 256;

    private final Duration spacing;
    private final int concurrency;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Traffic> hosts = new HashMap<>();
    private int waiting;
    private int departures;

    HostGate(Duration spacing, int concurrency) {
        this.spacing = spacing;
        this.concurrency = Math.max(1, concurrency);
    }

    /** Waits for a turn; false when none came in the given time. Every true is paired with a {@link #leave}. */
    boolean enter(String host, Duration patience) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                Traffic traffic = hosts.computeIfAbsent(host, name -> new Traffic());
                long wait = wait(traffic);
                if (wait <= 0) {
                    traffic.start(spacing);
                    return true;
                }
                long left = giveUp - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                await(Math.min(wait, left));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes a turn if there is one now; every true is paired with a {@link #leave}. */
    boolean tryEnter(String host) {
        lock.lock();
        try {
            Traffic traffic = hosts.computeIfAbsent(host, name -> new Traffic());
            if (wait(traffic) > 0) {
                return false;
            }
            traffic.start(spacing);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private long wait(Traffic traffic) {
        return traffic.underWay >= concurrency ? Long.MAX_VALUE : traffic.nextStart - System.nanoTime();
    }

    private void await(long nanos) throws InterruptedException {
        waiting++;
        try {
            changed.await(nanos, TimeUnit.NANOSECONDS);
        } finally {
            waiting--;
        }
    }

    /** Nanoseconds until a request could start; 0 for at once, {@link Long#MAX_VALUE} while others have to end first. */
    long delay(String host) {
        lock.lock();
        try {
            Traffic traffic = hosts.get(host);
            return traffic == null ? 0 : Math.max(0, wait(traffic));
        } finally {
            lock.unlock();
        }
    }

    void leave(String host) {
        lock.lock();
        try {
            hosts.computeIfPresent(host, (name, traffic) -> {
                traffic.underWay--;
                return traffic;
            });
            if (++departures % FORGET_EVERY == 0) {
                hosts.values().removeIf(traffic -> traffic.underWay == 0 && traffic.nextStart <= System.nanoTime());
            }
            if (waiting > 0) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private static final class Traffic {
        private int underWay;
        private long nextStart = System.nanoTime();

        void start(Duration spacing) {
            underWay++;
            nextStart = System.nanoTime() + spacing.toNanos();
        }
    }
}
