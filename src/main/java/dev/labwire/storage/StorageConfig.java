package dev.labwire.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where what is stored lies. */
@ConfigMapping(prefix = "labwire")
interface StorageConfig {

    /** The directory of the database. */
    @WithDefault("data")
    Path dataDir();
}
