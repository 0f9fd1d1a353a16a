package dev.labwire.digest;

import dev.labwire.delivery.Channel;
import dev.labwire.delivery.DeliveryState;
import dev.labwire.delivery.Settled;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Drives the steps of this feature, and listens to what becomes of its mails. */
@Singleton
final class DigestTicker {

    private static final int AT_ONCE = 50;
    private static final int PERMANENT = 500;

    private final ComposeStep step;
    private final SubscriptionStore store;
    private final SubscriptionRequests requests;
    private final DigestConfig config;

    private volatile boolean open;

    DigestTicker(ComposeStep step, SubscriptionStore store, SubscriptionRequests requests, DigestConfig config) {
        this.requests = requests;
        this.step = step;
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        store.keepPublic(new Settings(
                config.digest().publicZone(), config.digest().publicAt(), Languages.DEFAULT, true, Map.of()));
        store.replan(true);
        open = true;
    }

    /** The scheduler ticks a little after the house closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (open) {
            compose();
        }
    }

    /** Composes all that is due. */
    int compose() {
        int composed = 0;
        for (int some = step.runOnce(AT_ONCE); some > 0 && open; some = step.runOnce(AT_ONCE)) {
            composed += some;
        }
        return composed;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        requests.forget();
        store.forget();
    }

    /** In the transaction that settles the delivery. */
    void settled(@Observes Settled settled) {
        boolean edition = settled.channel() == Channel.MAIL && settled.kind().equals(SubscriptionStore.EDITION);
        boolean refused =
                settled.state() == DeliveryState.DEAD && settled.code() != null && settled.code() >= PERMANENT;
        if (edition && (refused || settled.state() == DeliveryState.SENT)) {
            store.heard(settled.occasion().split("/")[1], refused);
        }
    }
}
