package dev.labwire.storage;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Gives a test the transactions that the service's own methods have. */
@Singleton
public class Writes {

    /** Runs this in a write transaction. */
    @WriteTransaction
    public void run(Runnable change) {
        change.run();
    }

    /** Runs this in a transaction that only reads. */
    @Transactional
    public <T> T read(Supplier<T> question) {
        return question.get();
    }
}
