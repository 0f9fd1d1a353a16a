package dev.labwire.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How mails and webhook calls go out; which server takes the mails stands in {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "labwire")
interface DeliveryConfig {

    /** The address under which people reach this service. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** Mails. */
    Mail mail();

    /** Webhook calls. */
    Webhook webhook();

    /** Mails. */
    interface Mail {

        /** The most mails that are handed to the server in a minute. */
        @WithDefault("600")
        int messagesPerMinute();

        /** How many connections to the server are open at once. */
        @WithDefault("4")
        int connections();

        /** For how long a mail is offered again that the server postpones. */
        @WithDefault("P3D")
        Duration giveUpAfter();
    }

    /** Webhook calls. */
    interface Webhook {

        /** How many calls are under way at once. */
        @WithDefault("8")
        int connections();
    }
}
