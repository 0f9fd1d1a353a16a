package dev.labwire.webhook;

import dev.labwire.delivery.Channel;
import dev.labwire.delivery.DeliveryState;
import dev.labwire.delivery.Settled;
import dev.labwire.problem.ProblemException;
import dev.labwire.timeline.EventFilter;
import dev.labwire.timeline.TimelineChanges;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** The step that puts what changed into the outbox, for each webhook from where it stands. */
@ApplicationScoped
class WebhookStep {

    private static final Logger LOG = Logger.getLogger(WebhookStep.class);
    private static final int AT_ONCE = 100;
    private static final int GONE = 410;

    private final WebhookStore store;
    private final TimelineChanges timeline;
    private volatile boolean open;

    WebhookStep(WebhookStore store, TimelineChanges timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    void start(@Observes StartupEvent event) {
        open = true;
    }

    /** The scheduler ticks a little after the house closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        while (open && runOnce(AT_ONCE) > 0) {
            // some changes after the other, each a commit of its own
        }
    }

    /** Tells each webhook that is behind of at most so many changes; says how many got further. */
    synchronized int runOnce(int max) {
        List<WebhookStore.Behind> behind = store.behind(timeline.last());
        int further = 0;
        for (WebhookStore.Behind one : behind) {
            further += tell(one, max) ? 1 : 0;
        }
        return further;
    }

    private boolean tell(WebhookStore.Behind behind, int max) {
        try {
            EventFilter filter = timeline.filter(behind.filter());
            return store.told(behind, timeline.since(behind.position(), filter, max));
        } catch (ProblemException unreadable) {
            store.disable(behind.id(), "its filter can't be read any more: " + unreadable.getMessage());
        } catch (RuntimeException surprise) {
            LOG.errorf(surprise, "can't tell webhook %s of what changed, trying again", behind.id());
        }
        return false;
    }

    /** In the transaction that settles the delivery: an answer of 410 says that nobody listens there any more. */
    void settled(@Observes Settled settled) {
        if (settled.channel() == Channel.WEBHOOK
                && settled.state() == DeliveryState.DEAD
                && settled.code() != null
                && settled.code() == GONE) {
            store.disable(settled.endpoint(), "it answered 410 Gone");
        }
    }
}
