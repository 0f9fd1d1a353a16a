package dev.labwire.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;

/** Carries out what lies in the outbox when a test says so. */
@Singleton
public class Postman {

    private final Dispatcher dispatcher;

    Postman(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** Sends all that is due, and comes back when that is done. */
    public void go() {
        try {
            dispatcher.forget();
            dispatcher.drain(Duration.ofSeconds(30));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
