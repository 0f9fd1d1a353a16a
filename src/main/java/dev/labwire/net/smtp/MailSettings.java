package dev.labwire.net.smtp;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * The mail server, as {@code quarkus.mailer.*} names it. Quarkus' own mailer does not tell whether a message was handed over
 * before a connection broke, which is the one thing that must be known in order not to send it twice; hence its settings are
 * read here and its client is left alone.
 */
@ApplicationScoped
public class MailSettings implements SmtpAccount {

    private static final String DEFAULT_MAILER = "<default>";

    private final MailerRuntimeConfig mailer;
    private final SmtpConfig limits;
    private final TlsConfigurationRegistry tls;

    MailSettings(MailersRuntimeConfig mailers, SmtpConfig limits, TlsConfigurationRegistry tls) {
        this.mailer = mailers.mailers().get(DEFAULT_MAILER);
        this.limits = limits;
        this.tls = tls;
    }

    /** Whether mails are sent at all: only once somebody said in whose name. */
    public boolean isOn() {
        return mailer.from().filter(from -> !from.isBlank()).isPresent()
                && !mailer.mock().orElse(false);
    }

    /**
     * In whose name mails are sent.
     *
     * @throws IllegalStateException where nobody is named, or somebody who is no address
     */
    public InternetAddress sender() {
        String from = mailer.from().orElseThrow(() -> new IllegalStateException("quarkus.mailer.from is not set"));
        try {
            InternetAddress[] addresses = InternetAddress.parse(from, true);
            if (addresses.length != 1) {
                throw new IllegalStateException("quarkus.mailer.from must be one address, not '" + from + "'");
            }
            return withEncodedName(addresses[0]);
        } catch (AddressException unreadable) {
            throw new IllegalStateException("quarkus.mailer.from is no mail address: '" + from + "'", unreadable);
        }
    }

    private static InternetAddress withEncodedName(InternetAddress address) {
        try {
            address.setPersonal(address.getPersonal(), "UTF-8");
            return address;
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where the server sends what it could not deliver. */
    private String envelopeSender() {
        return mailer.bounceAddress().orElseGet(() -> sender().getAddress());
    }

    @Override
    public String host() {
        return mailer.host();
    }

    @Override
    public int port() {
        return mailer.port().orElse(isTls() ? 465 : 25);
    }

    @Override
    public Optional<String> user() {
        return authenticates() ? mailer.username() : Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return authenticates() ? mailer.password() : Optional.empty();
    }

    /** What is set but does nothing here, so that nobody relies on it. */
    @SuppressWarnings("deprecation")
    public List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        if (mailer.dkim().enabled()) {
            ignored.add("quarkus.mailer.dkim (let the mail server sign)");
        }
        if (mailer.keyStore().isPresent() || mailer.truststore().isConfigured()) {
            ignored.add("quarkus.mailer.key-store and truststore (use quarkus.mailer.tls-configuration-name)");
        }
        if (mailer.approvedRecipients().isPresent()) {
            ignored.add("quarkus.mailer.approved-recipients");
        }
        return ignored;
    }

    private boolean authenticates() {
        String login = mailer.login().toUpperCase(Locale.ROOT);
        return !login.equals("DISABLED") && !login.equals("NONE");
    }

    /** By the old name of the setting too, for as long as Quarkus has it. */
    @SuppressWarnings("deprecation")
    private boolean isTls() {
        return mailer.tls().orElse(mailer.ssl());
    }

    @Override
    public Properties session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis(limits.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(limits.replyTimeout()));
        properties.put("mail.smtp.writetimeout", millis(limits.replyTimeout()));
        properties.put("mail.smtp.from", envelopeSender());
        properties.put("mail.smtp.auth", String.valueOf(user().isPresent()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(isTls()));
        String startTls = mailer.startTLS().toUpperCase(Locale.ROOT);
        properties.put("mail.smtp.starttls.enable", String.valueOf(!isTls() && !startTls.equals("DISABLED")));
        properties.put("mail.smtp.starttls.required", String.valueOf(!isTls() && startTls.equals("REQUIRED")));
        properties.put("mail.smtp.quitwait", "false");
        mailer.authMethods().ifPresent(methods -> properties.put("mail.smtp.auth.mechanisms", methods));
        mailer.ownHostName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        trust(properties);
        return properties;
    }

    @SuppressWarnings("deprecation")
    private void trust(Properties properties) {
        TlsConfiguration named =
                TlsConfiguration.from(tls, mailer.tlsConfigurationName()).orElse(null);
        boolean everybody = mailer.trustAll().orElse(false) || named != null && named.isTrustAll();
        boolean anyName = everybody
                || named != null
                        && named.getHostnameVerificationAlgorithm()
                                .filter("NONE"::equalsIgnoreCase)
                                .isPresent();
        properties.put("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyName));
        if (everybody) {
            properties.put("mail.smtp.ssl.trust", "*");
        } else if (named != null) {
            properties.put("mail.smtp.ssl.socketFactory", sockets(named));
            properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
        }
    }

    private static SSLSocketFactory sockets(TlsConfiguration named) {
        try {
            return named.createSSLContext().getSocketFactory();
        } catch (Exception unusable) {
            throw new IllegalStateException("quarkus.mailer.tls-configuration-name can't be used", unusable);
        }
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
