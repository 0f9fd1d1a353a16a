package dev.labwire.extraction;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Counts what each client asks in the current minute. Thread-safe; forgets everything when the minute is over. */
@Singleton
final class ClientRate {

    private final InstantSource clock;
    private final int most;
    private final Map<String, Integer> asked = new HashMap<>();
    private long minute;

    ClientRate(InstantSource clock, ExtractionConfig config) {
        this.clock = clock;
        this.most = config.requestsPerMinute();
    }

    /** Whether this client may ask once more; counts the request if so. */
    synchronized boolean admit(String client) {
        long now = clock.millis() / 60_000;
        if (now != minute) {
            minute = now;
            asked.clear();
        }
        return asked.merge(client, 1, Integer::sum) <= most;
    }
}
