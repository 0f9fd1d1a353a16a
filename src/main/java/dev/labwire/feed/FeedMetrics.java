package dev.labwire.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts polls that are stored, by what came of them, and the entries that they brought. */
@Singleton
final class FeedMetrics {

    private final MeterRegistry registry;
    private final Map<String, Timer> polls = new ConcurrentHashMap<>();
    private final Counter bytes;
    private final Counter added;
    private final Counter changed;

    FeedMetrics(MeterRegistry registry, FeedRepository feeds) {
        this.registry = registry;
        this.bytes = Counter.builder("labwire.poll.bytes")
                .description("Decoded bytes that polls brought")
                .register(registry);
        this.added = items("new");
        this.changed = items("changed");
        gauge("failing", "consecutiveFailures > 0", feeds);
        gauge("alarmed", "alarm is not null", feeds);
        gauge("paused", "paused = true", feeds);
        gauge("all", "1 = 1", feeds);
    }

    private void gauge(String state, String condition, FeedRepository feeds) {
        Gauge.builder("labwire.feeds", feeds, rows -> rows.counted(condition))
                .description("Feeds that are in force, by state")
                .tag("state", state)
                .register(registry);
    }

    private Counter items(String kind) {
        return Counter.builder("labwire.feed.items")
                .description("Entries that polls brought and that are stored")
                .tag("kind", kind)
                .register(registry);
    }

    private Timer timer(String outcome) {
        return Timer.builder("labwire.polls")
                .description("Polls of feeds that are stored, by what came of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void stored(FetchResult fetch) {
        polls.computeIfAbsent(fetch.outcome(), this::timer).record(fetch.millis(), TimeUnit.MILLISECONDS);
        bytes.increment(fetch.bytes());
        added.increment(fetch.newItems());
        changed.increment(fetch.changedItems());
    }
}
