package dev.labwire.delivery;

import dev.labwire.net.smtp.MailSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** Writes letters as messages of RFC 5322 and MIME: a plain part and an HTML part, in bytes that any server takes. */
@ApplicationScoped
public class LetterWriter {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final MailSettings settings;

    LetterWriter(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * The message as it goes over the wire, in ASCII.
     *
     * @throws IllegalStateException where no sender is set
     */
    public String message(Letter letter) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            mime(letter).writeTo(out);
            return out.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException unwritable) {
            throw new IllegalStateException("can't write the letter " + letter.messageId(), unwritable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private MimeMessage mime(Letter letter) throws MessagingException {
        MimeMessage message = new KeepingItsId(letter.messageId());
        message.setFrom(settings.sender());
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(oneLine(letter.subject()), "UTF-8");
        message.setHeader("Date", date(letter));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.list() != null) {
            list(message, letter.list());
        }
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(part(letter.html(), "html"));
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private static void list(MimeMessage message, Letter.MailingList list) throws MessagingException {
        message.setHeader("List-Id", phrase(list.name()) + " <" + list.id() + ">");
        message.setHeader("List-Unsubscribe", "<" + list.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private static String phrase(String words) throws MessagingException {
        try {
            return MimeUtility.encodeWord(oneLine(words), "UTF-8", "B");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is unknown", impossible);
        }
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", mostlyAscii(content) ? "quoted-printable" : "base64");
        return part;
    }

    /** Quoted-printable takes three bytes for one beyond ASCII, base64 four for any three. */
    private static boolean mostlyAscii(String content) {
        long beyond = content.chars().filter(c -> c >= 128).count();
        return beyond * 12 < content.length();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String date(Letter letter) {
        SimpleDateFormat format = new SimpleDateFormat("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone(letter.zone()));
        return format.format(Date.from(letter.date()));
    }

    /** A message whose id is its author's, not made up anew when it is written. */
    private static final class KeepingItsId extends MimeMessage {

        private final String id;

        KeepingItsId(String id) {
            super(NO_SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
