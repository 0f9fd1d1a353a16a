package dev.labwire.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Drives the steps of this feature. */
@Singleton
final class FeedTicker {

    private static final Logger LOG = Logger.getLogger(FeedTicker.class);

    private static final Duration FETCHES_KEPT = Duration.ofDays(30);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final FeedFile file;
    private final FeedPoller poller;
    private final PollStore store;

    private volatile boolean open;

    FeedTicker(FeedFile file, FeedPoller poller, PollStore store, FeedConfig config) {
        Duration interval = config.poll().defaultInterval();
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("labwire.poll.default-interval must be PT1M to P30D, not " + interval);
        }
        this.file = file;
        this.poller = poller;
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        file.check();
    }

    /** Polling waits for our own door: a feed may stand behind it. */
    void open(@ObservesAsync HttpServerStart event) {
        open = true;
    }

    /** The scheduler ticks a little before the house is open and a little after it closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (open) {
            watch();
            poller.drain(Duration.ofMillis(900));
        }
    }

    /** Whatever is wrong with the file, polling goes on. */
    private void watch() {
        try {
            file.watch();
        } catch (RuntimeException surprise) {
            LOG.error("the feed list could not be looked at", surprise);
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        store.forgetFetches(FETCHES_KEPT);
    }
}
