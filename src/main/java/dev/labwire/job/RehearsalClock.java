package dev.labwire.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;

/** Tells the time that a file holds, so that a year of editions can be rehearsed in an hour. Thread-safe. */
final class RehearsalClock implements InstantSource {

    private final Path file;
    private volatile Instant last = Instant.EPOCH;

    RehearsalClock(Path file) {
        this.file = file;
        if (read().equals(Instant.EPOCH)) {
            throw new IllegalArgumentException("labwire.clock-file must hold an instant such as 2026-05-19T08:00:00Z");
        }
    }

    @Override
    public Instant instant() {
        return read();
    }

    /** A file that is being written has the time that it had before. */
    private Instant read() {
        try {
            last = Instant.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeException unreadable) {
            // the last time that could be read stands
        }
        return last;
    }
}
