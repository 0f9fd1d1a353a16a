package dev.labwire.extraction;

import dev.labwire.extraction.lexicon.LexiconFault;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Tells what is wrong with added lexicon files: once in the log, always here. The service is ready without them. */
@Readiness
@Singleton
final class LexiconHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(LexiconHealth.class);
    private static final int MOST_FAULTS = 20;

    private final LoadedLexicon loaded;

    LexiconHealth(LoadedLexicon loaded) {
        this.loaded = loaded;
    }

    void tell(@Observes StartupEvent event) {
        loaded.faults().forEach(fault -> LOG.warnf("%s: %s", loaded.folder(), fault));
        if (!loaded.faults().isEmpty()) {
            LOG.warnf(
                    "%s: %d fault(s); files with a fault are left out",
                    loaded.folder(), loaded.faults().size());
        }
        if (!loaded.added().isEmpty()) {
            LOG.infof("%s: added to the shipped lexicon: %s", loaded.folder(), String.join(", ", loaded.added()));
        }
    }

    @Override
    public HealthCheckResponse call() {
        List<LexiconFault> faults = loaded.faults();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("lexicon")
                .up()
                .withData("path", loaded.folder().toString())
                .withData("added", String.join(", ", loaded.added()))
                .withData("faults", faults.size());
        int number = 0;
        for (LexiconFault fault : faults.stream().limit(MOST_FAULTS).toList()) {
            answer.withData("fault-" + ++number, fault.toString());
        }
        return answer.build();
    }
}
