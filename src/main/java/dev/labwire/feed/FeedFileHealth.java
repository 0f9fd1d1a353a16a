package dev.labwire.feed;

import dev.labwire.text.FileFault;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows what is wrong with feeds.yaml. The service stays ready: it works on with the last good list. */
@Readiness
@Singleton
final class FeedFileHealth implements HealthCheck {

    private static final int MOST_FAULTS = 20;

    private final FeedFile file;

    FeedFileHealth(FeedFile file) {
        this.file = file;
    }

    @Override
    public HealthCheckResponse call() {
        FeedFileState state = file.state();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feeds-file")
                .up()
                .withData("path", state.path())
                .withData("feeds", state.feeds())
                .withData("faults", state.faults().size());
        int number = 0;
        for (FileFault fault : state.faults().stream().limit(MOST_FAULTS).toList()) {
            answer.withData("fault-" + ++number, fault.toString());
        }
        return answer.build();
    }
}
