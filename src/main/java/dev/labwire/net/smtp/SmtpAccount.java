package dev.labwire.net.smtp;

import java.util.Optional;
import java.util.Properties;

/** The mail server, and who we are to it. */
interface SmtpAccount {

    String host();

    int port();

    /** Who signs in; empty to send without. */
    Optional<String> user();

    Optional<String> password();

    /** How to speak to it, in the words of Jakarta Mail's SMTP provider. */
    Properties session();
}
