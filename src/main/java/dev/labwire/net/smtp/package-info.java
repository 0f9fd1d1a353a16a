/** The way out for mails: one server, named in the settings, spoken to in SMTP (RFC 5321). */
@NullMarked
package dev.labwire.net.smtp;

import org.jspecify.annotations.NullMarked;
