package dev.labwire.digest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Looks every minute, and shows what it saw. The service stays ready: what it has can still be read. */
@Readiness
@Singleton
final class WatchTicker implements HealthCheck {

    private final Watch watch;
    private final WatchRows rows;
    private volatile boolean open;

    WatchTicker(Watch watch, WatchRows rows, MeterRegistry meters) {
        this.watch = watch;
        this.rows = rows;
        Gauge.builder("labwire.standstills", rows, WatchRows::standstills)
                .description("How many of polling, composing and sending have come to a standstill")
                .register(meters);
        Gauge.builder("labwire.mails.unsettled", rows, WatchRows::unsettled)
                .description("Mails that may have been sent or not, or were refused for good")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        open = true;
    }

    /** The scheduler ticks a little after the house closed. */
    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (open) {
            watch.note(watch.standing());
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("standstill").up();
        rows.all().forEach(standstill -> answer.withData(standstill.name, standstill.detail));
        return answer.build();
    }
}
