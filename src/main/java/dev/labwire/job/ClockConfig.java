package dev.labwire.job;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What time it is. */
@ConfigMapping(prefix = "labwire")
interface ClockConfig {

    /** For rehearsals: a file that holds the instant to be taken for now; read again whenever somebody asks. */
    Optional<Path> clockFile();
}
