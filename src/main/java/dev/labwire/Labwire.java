package dev.labwire;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the service. */
@QuarkusMain
public final class Labwire {

    Labwire() {}

    public static void main(String... arguments) {
        makeDataDirAbsolute();
        Quarkus.run(arguments);
    }

    /** H2 refuses a path that is relative without saying so by a leading dot. */
    private static void makeDataDirAbsolute() {
        String directory = System.getProperty("labwire.data-dir", System.getenv("LABWIRE_DATA_DIR"));
        if (directory != null && !directory.isBlank()) {
            System.setProperty(
                    "labwire.data-dir", Path.of(directory).toAbsolutePath().toString());
        }
    }
}
