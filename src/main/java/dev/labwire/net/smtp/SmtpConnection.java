package dev.labwire.net.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that knows whether the server was told that a message is complete, the point of no return. */
final class SmtpConnection extends SMTPTransport {

    private BooleanSupplier goOn = () -> true;
    private boolean senderTaken;
    private boolean passed;
    private boolean awaited;
    private int verdict;
    private Instant lastUsed = Instant.EPOCH;

    SmtpConnection(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Before the next message is completed, this is asked whether it shall be. */
    void ask(BooleanSupplier question) {
        goOn = question;
        senderTaken = false;
        passed = false;
        awaited = false;
        verdict = -1;
    }

    /** Whether the server talked to us about this message: what goes wrong from then on may be the message's fault. */
    boolean senderTaken() {
        return senderTaken;
    }

    /** Whether the end of the message may have reached the server. */
    boolean passed() {
        return passed;
    }

    /** What the server said when it was told so; -1 when it said nothing that can be understood. */
    int verdict() {
        return verdict;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    void usedAt(Instant instant) {
        lastUsed = instant;
    }

    /** Leaves without the final dot where the answer is no: then the connection is dropped, and the message with it. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!mayGoOn()) {
            throw new Abandoned();
        }
        passed = true;
        awaited = true;
        super.finishData();
    }

    private boolean mayGoOn() throws IOException {
        try {
            return goOn.getAsBoolean();
        } catch (RuntimeException surprise) {
            throw new IOException("can't write down that the message is completed", surprise);
        }
    }

    @Override
    protected void rcptTo() throws MessagingException {
        senderTaken = true;
        super.rcptTo();
    }

    /** Keeps the verdict, which is lost where the connection breaks right behind it. */
    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (awaited) {
            awaited = false;
            verdict = code;
        }
        return code;
    }

    /** The message is not to be completed. */
    static final class Abandoned extends IOException {

        private static final long serialVersionUID = 1;

        Abandoned() {
            super("not completed");
        }
    }
}
