package dev.labwire.timeline;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one comparison of what is and what another reading would make of it at a time, in the background. */
@Singleton
class DryRun {

    private static final Logger LOG = Logger.getLogger(DryRun.class);

    private final Reextraction reextraction;
    private final InstantSource clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "reextraction dry run"));

    private volatile @Nullable State state;
    private volatile boolean open = true;
    private @Nullable Future<?> running;

    DryRun(Reextraction reextraction, InstantSource clock) {
        this.reextraction = reextraction;
        this.clock = clock;
    }

    /**
     * How far a dry run is.
     *
     * @param finishedAt null while it runs
     * @param articles how many were read so far
     * @param different how many of them are read otherwise
     * @param error why it was given up; null where it was not
     * @param events what would become of the events; complete when the run is finished
     */
    record State(
            Instant startedAt,
            @Nullable Instant finishedAt,
            long articles,
            long different,
            @Nullable String error,
            Difference events) {}

    /** Starts a run unless one is under way, and waits so long for its end. */
    State start(Duration patience) throws InterruptedException {
        Future<?> run;
        synchronized (this) {
            if (running == null || running.isDone()) {
                state = new State(clock.instant(), null, 0, 0, null, Difference.NONE);
                running = worker.submit(this::run);
            }
            run = running;
        }
        try {
            run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notYet) {
            LOG.debug("the dry run goes on in the background", notYet);
        }
        return state == null ? new State(clock.instant(), null, 0, 0, null, Difference.NONE) : state;
    }

    /** The last run; null when there was none since the start. */
    @Nullable
    State last() {
        return state;
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
        worker.shutdown();
    }

    private void run() {
        Instant started = state == null ? clock.instant() : state.startedAt();
        Reextraction.Shadow shadow = new Reextraction.Shadow();
        Difference difference = Difference.NONE;
        try {
            while (open && reextraction.readSome(shadow)) {
                state = new State(started, null, shadow.read(), shadow.different(), null, difference);
            }
            Difference some = reextraction.compareSome(shadow);
            while (open && some != null) {
                difference = difference.plus(some);
                some = reextraction.compareSome(shadow);
            }
            state = new State(started, clock.instant(), shadow.read(), shadow.different(), null, difference);
        } catch (RuntimeException failure) {
            LOG.error("a dry run of the extraction was given up", failure);
            state = new State(
                    started, clock.instant(), shadow.read(), shadow.different(), String.valueOf(failure), difference);
        }
    }
}
