package dev.labwire.feed;

import dev.labwire.net.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Claimed feeds that wait for a worker, host by host: next is the one that waits longest among those whose host can be asked
 * at once, so that no worker waits for a host and no slow host keeps the others waiting. Not thread-safe.
 */
final class PollQueue {

    /** How many feeds of one host wait here at most; the others wait in their table. */
    static final int MOST_PER_HOST = 16;

    private final Map<String, Deque<ClaimedFeed>> hosts = new LinkedHashMap<>();
    private int size;

    int size() {
        return size;
    }

    void add(ClaimedFeed feed) {
        hosts.computeIfAbsent(feed.host(), host -> new ArrayDeque<>()).add(feed);
        size++;
    }

    /** Hosts of which no more feeds should be claimed now. */
    Set<String> full(int mostPerHost) {
        Set<String> full = new HashSet<>();
        hosts.forEach((host, waiting) -> {
            if (waiting.size() >= mostPerHost) {
                full.add(host);
            }
        });
        return full;
    }

    /** A feed, and the turn at its host to poll it. */
    record Next(ClaimedFeed feed, Turn turn) {}

    /**
     * The next feed; empty where none can be asked now.
     *
     * @param turns a turn at the host of a feed, if there is one
     */
    Optional<Next> next(Function<ClaimedFeed, Optional<Turn>> turns) {
        Iterator<Map.Entry<String, Deque<ClaimedFeed>>> each = hosts.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, Deque<ClaimedFeed>> host = each.next();
            Optional<Turn> turn = turns.apply(host.getValue().element());
            if (turn.isPresent()) {
                ClaimedFeed next = host.getValue().remove();
                each.remove();
                if (!host.getValue().isEmpty()) {
                    // to the end: each host has its turn
                    hosts.put(host.getKey(), host.getValue());
                }
                size--;
                return Optional.of(new Next(next, turn.get()));
            }
        }
        return Optional.empty();
    }

    /** Nanoseconds until some host can be asked; {@link Long#MAX_VALUE} where that hangs on others to end. */
    long delay(ToLongFunction<ClaimedFeed> delay) {
        return hosts.values().stream()
                .mapToLong(waiting -> delay.applyAsLong(waiting.element()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Empties it; what waited. */
    Iterable<ClaimedFeed> drain() {
        Deque<ClaimedFeed> all = new ArrayDeque<>();
        hosts.values().forEach(all::addAll);
        hosts.clear();
        size = 0;
        return all;
    }
}
