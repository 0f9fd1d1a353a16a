package dev.labwire.job;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one clock of the house. */
final class Clock {

    @Produces
    @Singleton
    InstantSource instants() {
        return InstantSource.system();
    }
}
