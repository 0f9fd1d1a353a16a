package dev.labwire.extraction;

import jakarta.enterprise.context.ApplicationScoped;

/** Opens the step that reads articles to the tests of other packages. */
@ApplicationScoped
public class ReadingRoom {

    private static final int BATCH = 50;

    private final ExtractionStep step;

    ReadingRoom(ExtractionStep step) {
        this.step = step;
    }

    /** Runs the step until there is nothing to read. */
    public void readEverything() {
        int read = BATCH;
        while (read > 0) {
            read = step.runOnce(BATCH);
        }
    }
}
