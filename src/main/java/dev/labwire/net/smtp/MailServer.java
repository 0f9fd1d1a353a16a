package dev.labwire.net.smtp;

import dev.labwire.net.smtp.Handover.Result;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Hands messages to the mail server. Connections are kept for the next message for a while. Thread-safe. */
@ApplicationScoped
public class MailServer {

    private static final Duration KEPT = Duration.ofSeconds(15);

    private final SmtpAccount account;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    MailServer(SmtpAccount account) {
        this.account = account;
    }

    /**
     * Offers a message to the server.
     *
     * @param recipient one address
     * @param message as it goes over the wire
     * @param goOn asked once, after the server has all of the message and before it is told so
     */
    public Handover offer(String recipient, String message, BooleanSupplier goOn) {
        SmtpConnection connection = kept();
        if (connection == null) {
            connection = new SmtpConnection(Session.getInstance(account.session()));
            Handover failure = connect(connection);
            if (failure != null) {
                return failure;
            }
        }
        Handover handover = offer(connection, recipient, message, goOn);
        if (handover.result() == Result.ACCEPTED
                || handover.result() == Result.REFUSED
                || handover.result() == Result.POSTPONED && connection.isConnected()) {
            connection.usedAt(Instant.now());
            idle.push(connection);
        } else {
            close(connection);
        }
        return handover;
    }

    /** A connection that still answers; those that have been idle for long are closed. */
    private @Nullable SmtpConnection kept() {
        SmtpConnection connection;
        while ((connection = idle.poll()) != null) {
            boolean fresh = connection.lastUsed().plus(KEPT).isAfter(Instant.now());
            if (fresh && connection.isConnected()) {
                return connection;
            }
            close(connection);
        }
        return null;
    }

    private @Nullable Handover connect(SmtpConnection connection) {
        try {
            connection.connect(
                    account.host(),
                    account.port(),
                    account.user().orElse(null),
                    account.password().orElse(null));
            return null;
        } catch (AuthenticationFailedException refused) {
            close(connection);
            return Handover.of(
                    Result.UNREACHABLE, code(connection), "the server refused our name or password: " + words(refused));
        } catch (MessagingException failure) {
            close(connection);
            return Handover.of(Result.UNREACHABLE, code(connection), words(failure));
        }
    }

    private Handover offer(SmtpConnection connection, String recipient, String message, BooleanSupplier goOn) {
        connection.ask(goOn);
        try {
            byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
            MimeMessage whole =
                    new MimeMessage(Session.getInstance(account.session()), new ByteArrayInputStream(bytes));
            connection.sendMessage(whole, new Address[] {new InternetAddress(recipient)});
            return Handover.of(Result.ACCEPTED, connection.getLastReturnCode(), connection.getLastServerResponse());
        } catch (MessagingException failure) {
            return explain(connection, failure);
        }
    }

    private static Handover explain(SmtpConnection connection, MessagingException failure) {
        if (failure.getNextException() instanceof SmtpConnection.Abandoned) {
            return Handover.of(Result.ABANDONED, null, "not wanted any more");
        }
        if (connection.passed()) {
            return judged(connection.verdict(), words(failure));
        }
        Integer code = replied(connection, failure);
        if (!connection.senderTaken() || isAboutUs(failure)) {
            return Handover.of(Result.UNREACHABLE, code, words(failure));
        }
        if (code == null) {
            return Handover.of(Result.POSTPONED, null, words(failure));
        }
        return Handover.of(code >= 500 ? Result.REFUSED : Result.POSTPONED, code, words(failure));
    }

    private static Handover judged(int verdict, String words) {
        return switch (verdict / 100) {
            case 2 -> Handover.of(Result.ACCEPTED, verdict, words);
            case 4 -> Handover.of(Result.POSTPONED, verdict, words);
            case 5 -> Handover.of(Result.REFUSED, verdict, words);
            default -> Handover.of(Result.UNKNOWN, null, words);
        };
    }

    /** The code of the reply that made it fail; null when there was no reply, or none that can be understood. */
    private static @Nullable Integer replied(SmtpConnection connection, MessagingException failure) {
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException m ? m.getNextException() : null) {
            if (at instanceof SMTPAddressFailedException recipient) {
                return understood(recipient.getReturnCode());
            }
        }
        if (failure instanceof SMTPSendFailedException refusal) {
            return understood(refusal.getReturnCode());
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return understood(sender.getReturnCode());
        }
        return failure.getNextException() instanceof java.io.IOException ? null : code(connection);
    }

    /** Refusing the sender, or the connection, says nothing of the message. */
    private static boolean isAboutUs(MessagingException failure) {
        return failure instanceof SMTPSenderFailedException
                || failure instanceof SMTPSendFailedException refusal
                        && refusal.getCommand() != null
                        && refusal.getCommand().startsWith("MAIL");
    }

    private static @Nullable Integer code(SmtpConnection connection) {
        return understood(connection.getLastReturnCode());
    }

    private static @Nullable Integer understood(int code) {
        return code >= 400 && code < 600 ? Integer.valueOf(code) : null;
    }

    private static String words(MessagingException failure) {
        StringBuilder words = new StringBuilder();
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException m ? m.getNextException() : null) {
            String message = at.getMessage();
            if (message != null && words.indexOf(message) < 0) {
                words.append(words.isEmpty() ? "" : "; ").append(message.strip());
            }
        }
        return words.toString();
    }

    private static void close(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException gone) {
            // it is closed all the same
        }
    }

    /** Ends the connections that nobody has used for a while. */
    public void tidy() {
        int waiting = idle.size();
        for (int count = 0; count < waiting; count++) {
            SmtpConnection connection = idle.pollLast();
            if (connection == null) {
                return;
            }
            if (connection.lastUsed().plus(KEPT).isAfter(Instant.now())) {
                idle.addFirst(connection);
            } else {
                close(connection);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        SmtpConnection connection;
        while ((connection = idle.poll()) != null) {
            close(connection);
        }
    }
}
