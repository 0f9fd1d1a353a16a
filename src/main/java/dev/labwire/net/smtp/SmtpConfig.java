package dev.labwire.net.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the mail server may take; which server it is stands in {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "labwire.mail")
interface SmtpConfig {

    /** The longest wait for a connection. */
    @WithDefault("PT30S")
    Duration connectTimeout();

    /** The longest wait for a reply (RFC 5321, section 4.5.3.2, has 5 minutes for most of them). */
    @WithDefault("PT5M")
    Duration replyTimeout();
}
