package dev.labwire.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** The digest, and who is told when it can't go out. */
@ConfigMapping(prefix = "labwire")
interface DigestConfig {

    /** The address under which people reach this service; every link to it begins so. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** The digest. */
    Digest digest();

    /** The admin. */
    Admin admin();

    /** What counts as a standstill. */
    Watch watch();

    /** The digest. */
    interface Digest {

        /** The zone whose days the public edition follows. */
        @WithDefault("UTC")
        ZoneId publicZone();

        /** The local time of the public edition. */
        @WithDefault("07:00")
        LocalTime publicAt();

        /** How many subscriptions one client may ask for in an hour. */
        @WithDefault("20")
        int requestsPerHour();

        /** How many confirmations one address gets in a day. */
        @WithDefault("3")
        int confirmationsPerDay();
    }

    /** The admin. */
    interface Admin {

        /** Where notices of a standstill go; none are sent when unset. */
        Optional<String> email();
    }

    /** What counts as a standstill. */
    interface Watch {

        /** No feed could be polled for that long. */
        @WithDefault("PT6H")
        Duration pollingSilence();

        /** A mail or an edition has waited for that long. */
        @WithDefault("PT2H")
        Duration deliveryDelay();
    }
}
