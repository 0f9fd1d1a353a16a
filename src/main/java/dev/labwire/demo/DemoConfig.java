package dev.labwire.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The bundled newsroom; profile {@code demo} turns it on. */
@ConfigMapping(prefix = "labwire.demo")
interface DemoConfig {

    /** Whether the service serves the bundled newsroom and writes a feed list that names it. */
    @WithDefault("false")
    boolean enabled();

    /** Where the feed list of the demo is written. */
    @WithDefault("${labwire.feeds-file:feeds.yaml}")
    Path feedsFile();

    /** The port on which the newsroom answers. */
    @WithDefault("${quarkus.http.port:8080}")
    int port();
}
