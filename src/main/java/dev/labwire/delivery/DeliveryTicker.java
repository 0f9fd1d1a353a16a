package dev.labwire.delivery;

import dev.labwire.net.smtp.MailSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sends, every second, whatever is due, and empties what was sent long ago. */
@Singleton
final class DeliveryTicker {

    private static final Logger LOG = Logger.getLogger(DeliveryTicker.class);
    private static final Duration CONTENT_KEPT = Duration.ofDays(7);
    private static final Duration LOG_KEPT = Duration.ofDays(90);

    private final Dispatcher dispatcher;
    private final DeliveryStore store;
    private final MailSettings settings;
    private final DeliveryConfig config;

    private volatile boolean open;

    DeliveryTicker(Dispatcher dispatcher, DeliveryStore store, MailSettings settings, DeliveryConfig config) {
        this.dispatcher = dispatcher;
        this.store = store;
        this.settings = settings;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        store.releaseAll();
        if (settings.isOn()) {
            settings.sender();
            settings.ignored().forEach(key -> LOG.warnf("%s is set and does nothing here", key));
            if (!"https".equals(config.publicUrl().getScheme())) {
                LOG.warn("labwire.public-url is no https address: mail programs offer no one-click unsubscribing then");
            }
        }
        open = true;
    }

    /** The scheduler ticks a little after the house closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (open) {
            dispatcher.start();
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void replan() {
        if (open) {
            store.replan();
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        store.forgetContents(CONTENT_KEPT);
        store.forgetSettled(LOG_KEPT);
    }
}
