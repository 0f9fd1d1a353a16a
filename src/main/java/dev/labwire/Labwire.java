package dev.labwire;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Labwire {

    private Labwire() {}

    public static void main(String... arguments) {
        // H2 otherwise refuses a data directory given relative to the working directory.
        System.setProperty("h2.implicitRelativePath", "true");
        Quarkus.run(arguments);
    }
}
