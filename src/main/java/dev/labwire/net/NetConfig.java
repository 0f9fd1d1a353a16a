package dev.labwire.net;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How Labwire behaves towards other people's servers. */
@ConfigMapping(prefix = "labwire")
interface NetConfig {

    /** Where this instance is reached; named in the user agent and in links. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** What may be reached, and how much of it is taken. */
    Net net();

    /** Politeness to one host. */
    Poll poll();

    /** Who runs this instance. */
    Admin admin();

    /** Who runs this instance. */
    interface Admin {

        /** Where the admin is reached. */
        Optional<String> email();
    }

    /** What may be reached, and how much of it is taken. */
    interface Net {

        /** Loopback or private networks (CIDR) that requests may reach all the same, such as 127.0.0.1/32. */
        Optional<List<String>> allowedNetworks();

        /** Whom publishers may write to, named in the user agent; the admin's e-mail address unless given. */
        Optional<String> contact();

        /** The longest a whole exchange may take, redirects included. */
        @WithDefault("PT30S")
        Duration deadline();

        /** The longest that setting up a connection may take. */
        @WithDefault("PT10S")
        Duration connectTimeout();

        /** The largest body that is taken, in bytes after decompression. */
        @WithDefault("10485760")
        int maxBody();
    }

    /** Politeness to one host, which is a name with a port. */
    interface Poll {

        /** The least time between the starts of two requests to one host. */
        @WithDefault("PT1S")
        Duration hostSpacing();

        /** How many requests may be under way to one host at once. */
        @WithDefault("2")
        int hostConcurrency();
    }
}
