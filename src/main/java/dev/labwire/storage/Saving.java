package dev.labwire.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Saves what was written twice a second, the most that a killed process has to do again. */
@Singleton
final class Saving {

    private static final Logger LOG = Logger.getLogger(Saving.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final SingleWriter writer;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "saving"));

    Saving(SingleWriter writer) {
        this.writer = writer;
    }

    void start(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::save, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stop) {
        timer.shutdown();
        save();
    }

    private void save() {
        try {
            writer.save();
        } catch (SQLException | RuntimeException failure) {
            LOG.error("can't save the database; trying again", failure);
        }
    }
}
