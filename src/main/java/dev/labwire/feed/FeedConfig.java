package dev.labwire.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Which feeds are polled, and how often. */
@ConfigMapping(prefix = "labwire")
interface FeedConfig {

    /** The feed list; watched, a change applies without a restart. */
    @WithDefault("feeds.yaml")
    Path feedsFile();

    /** Where people reach this service. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** The polling itself. */
    Poll poll();

    /** The polling itself. */
    interface Poll {

        /** The interval of a feed when neither it nor the defaults of the file name one. */
        @WithDefault("PT30M")
        Duration defaultInterval();

        /** How many feeds are polled at once. */
        @WithDefault("32")
        int workers();

        /** How many requests may be under way to one host at once. */
        @WithDefault("2")
        int hostConcurrency();
    }
}
