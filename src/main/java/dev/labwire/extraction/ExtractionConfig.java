package dev.labwire.extraction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The engine as clients may use it. */
@ConfigMapping(prefix = "labwire.extraction")
interface ExtractionConfig {

    /** How many texts one client address may have read in a minute; 429 beyond that. */
    @WithDefault("6000")
    int requestsPerMinute();

    /**
     * Whether another engine, or other lexicon files, read all stored articles anew by themselves; if not, an admin asks for
     * it, and may look at what would change first.
     */
    @WithDefault("true")
    boolean automaticReread();
}
