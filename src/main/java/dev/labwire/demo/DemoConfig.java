package dev.labwire.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bundled newsroom; profile {@code demo} turns it on. */
@ConfigMapping(prefix = "labwire.demo")
interface DemoConfig {

    /** Whether the service serves the bundled newsroom and writes a feed list that names it. */
    @WithDefault("false")
    boolean enabled();
}
