package dev.labwire.feed;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which feeds are being polled, or wait to be: there is one process, and a killed one lets go of all. Thread-safe. */
@Singleton
final class PollClaims {

    private final Set<Long> claimed = ConcurrentHashMap.newKeySet();

    boolean claim(long feedId) {
        return claimed.add(feedId);
    }

    void release(long feedId) {
        claimed.remove(feedId);
    }

    int size() {
        return claimed.size();
    }
}
