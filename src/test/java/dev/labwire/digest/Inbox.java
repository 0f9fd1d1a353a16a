package dev.labwire.digest;

import dev.labwire.delivery.PostOffice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;

/** The mails that arrived, read by another library than the one that wrote them. */
public final class Inbox {

    /**
     * One of them.
     *
     * @param raw as it came over the wire
     */
    public record Mail(String raw, Message message) {

        public static Mail of(String raw) {
            try {
                DefaultMessageBuilder builder = new DefaultMessageBuilder();
                return new Mail(
                        raw, builder.parseMessage(new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        public String subject() {
            return message.getSubject();
        }

        public String to() {
            return message.getTo().get(0).toString();
        }

        /** A header, unfolded; null where there is none. */
        public String header(String name) {
            Field field = message.getHeader().getField(name);
            return field == null ? null : MimeUtil.unfold(field.getBody()).strip();
        }

        public String plain() {
            return part(0);
        }

        public String html() {
            return part(1);
        }

        /** The types of its parts, in their order. */
        public List<String> types() {
            return ((Multipart) message.getBody())
                    .getBodyParts().stream().map(Entity::getMimeType).toList();
        }

        private String part(int index) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                TextBody body = (TextBody) ((Multipart) message.getBody())
                        .getBodyParts()
                        .get(index)
                        .getBody();
                body.getInputStream().transferTo(bytes);
                return bytes.toString(StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** Where the plain part leads that has this in it, without the host. */
        public String link(String path) {
            Matcher link = Pattern.compile("https://labwire\\.example(" + Pattern.quote(path) + "\\S*)")
                    .matcher(plain());
            if (!link.find()) {
                throw new AssertionError("no link to " + path + " in " + plain());
            }
            return link.group(1);
        }
    }

    private Inbox() {}

    static List<Mail> all() {
        return PostOffice.smtp().accepted().stream().map(Mail::of).toList();
    }

    static List<Mail> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The only mail to that address. */
    static Mail only(String address) {
        List<Mail> mails = to(address);
        if (mails.size() != 1) {
            throw new AssertionError(mails.size() + " mails to " + address);
        }
        return mails.get(0);
    }
}
