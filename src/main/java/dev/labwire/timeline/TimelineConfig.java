package dev.labwire.timeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/** Where the timeline keeps what is derived from it, and how it is reached from outside. */
@ConfigMapping(prefix = "labwire")
interface TimelineConfig {

    /** The folder of the database; the search index lies beside it. */
    @WithDefault("./data")
    Path dataDir();

    /** The address under which people reach this service; used in links of exports. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();
}
