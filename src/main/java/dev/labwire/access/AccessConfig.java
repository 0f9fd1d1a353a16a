package dev.labwire.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who gets in, and how much one client may ask for. */
@ConfigMapping(prefix = "labwire")
interface AccessConfig {

    /** Where people reach this service; if it is an https address, cookies are for TLS only. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** The admin. */
    Admin admin();

    /** The door. */
    Access access();

    /** What one client may ask for. */
    Limits limits();

    /** The admin. */
    interface Admin {

        /** The password of user {@code admin}; when unset, one is made at the first start and printed once. */
        Optional<String> password();
    }

    /** The door. */
    interface Access {

        /** Whether everybody may read the timeline; otherwise only the admin and holders of a key. */
        @WithDefault("true")
        boolean publicReads();

        /** A session that is not used for so long has ended. */
        @WithDefault("PT12H")
        Duration sessionIdle();

        /** A session ends after so long, used or not. */
        @WithDefault("P7D")
        Duration sessionLifetime();
    }

    /** What one client may ask for. */
    interface Limits {

        /** Lists of events in other forms, live streams and previews of digests, in a minute. */
        @WithDefault("120")
        int exportsPerMinute();

        /** Lists of events by words, with counts, or as of an instant, in a minute. */
        @WithDefault("6000")
        int searchesPerMinute();

        /** Previews and discoveries of feeds, plans, imports and back-ups, in a minute. */
        @WithDefault("60")
        int probesPerMinute();
    }
}
