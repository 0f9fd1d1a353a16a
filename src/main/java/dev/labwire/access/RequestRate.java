package dev.labwire.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts what each client asks for in the current window of time. Thread-safe; forgets everything when the window is over. */
public final class RequestRate {

    private final InstantSource clock;
    private final int most;
    private final long window;
    private final Map<String, Integer> asked = new HashMap<>();
    private long current;

    /**
     * A count that starts now.
     *
     * @param most how often a client may ask within one window
     * @param window how long a window is; windows begin at whole multiples of it
     */
    public RequestRate(InstantSource clock, int most, Duration window) {
        this.clock = clock;
        this.most = most;
        this.window = window.toMillis();
    }

    /** Whether this client may ask once more; counts the request if so. */
    public synchronized boolean admit(String client) {
        long now = Math.floorDiv(clock.millis(), window);
        if (now != current) {
            current = now;
            asked.clear();
        }
        return asked.merge(client, 1, Integer::sum) <= most;
    }

    /** Seconds until the next window, one at least. */
    public int secondsToNextWindow() {
        return (int) Math.max(1, (window - Math.floorMod(clock.millis(), window) + 999) / 1000);
    }
}
