package dev.labwire.net;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many requests at a time pass to one host, with a pause between their starts. Thread-safe. */
final class HostGate {

    private final Duration spacing;
    private final int concurrency;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Traffic> hosts = new HashMap<>();

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
                long wait = traffic.underWay >= concurrency ? Long.MAX_VALUE : traffic.nextStart - System.nanoTime();
                if (wait <= 0) {
                    traffic.underWay++;
                    traffic.nextStart = System.nanoTime() + spacing.toNanos();
                    return true;
                }
                long left = giveUp - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                changed.await(Math.min(wait, left), TimeUnit.NANOSECONDS);
            }
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
            hosts.values().removeIf(traffic -> traffic.underWay == 0 && traffic.nextStart <= System.nanoTime());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static final class Traffic {
        private int underWay;
        private long nextStart = System.nanoTime();
    }
}
