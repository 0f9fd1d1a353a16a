package dev.labwire;

import dev.labwire.storage.Restoring;
import dev.labwire.storage.UnusableBackupException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service; {@code restore FILE} as arguments puts a back-up in the place of its database instead, while it is
 * stopped.
 */
@QuarkusMain
public final class Labwire {

    private static final int REFUSED = 2;

    Labwire() {}

    public static void main(String... arguments) {
        Path dataDir = dataDir();
        if (arguments.length > 0) {
            System.exit(command(arguments, dataDir));
        }
        Restoring.finish(dataDir, Instant.now());
        Quarkus.run(arguments);
    }

    /** H2 refuses a path that is relative without saying so by a leading dot. */
    private static Path dataDir() {
        Path directory = Path.of(ConfigProvider.getConfig().getValue("labwire.data-dir", String.class))
                .toAbsolutePath()
                .normalize();
        System.setProperty("labwire.data-dir", directory.toString());
        return directory;
    }

    private static int command(String[] arguments, Path dataDir) {
        if (arguments.length != 2 || !arguments[0].equals("restore")) {
            return refuse("the only command is: restore FILE");
        }
        try {
            Restoring.requireStopped(dataDir);
            Restoring.prepare(Path.of(arguments[1]), dataDir);
            Restoring.finish(dataDir, Instant.now());
            return 0;
        } catch (UnusableBackupException refused) {
            return refuse(arguments[1] + " can't be restored: " + refused.getMessage() + ". Nothing was changed.");
        }
    }

    /** A command answers on the terminal: logging is set up only when the service starts. */
    private static int refuse(String why) {
        System.err.println(why);
        return REFUSED;
    }
}
