package dev.labwire.feed.document;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns the bytes of a feed into text by the rules of XML over HTTP (RFC 7303), forgiving a wrong declaration. */
final class FeedText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile("\\A\\s*<\\?xml[^>]*encoding", Pattern.CASE_INSENSITIVE);

    private FeedText() {}

    static String decode(byte[] body, @Nullable String contentType) {
        Charset declared = charset(body, contentType);
        boolean wrong = declared.equals(StandardCharsets.UTF_8) && !isUtf8(body);
        String text = new String(body, wrong ? better(body, declared, contentType) : declared);
        return withoutPrologue(text);
    }

    private static Charset charset(byte[] body, @Nullable String contentType) {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            Charset charset = Charset.forName(reader.getEncoding());
            // What RFC 3023 had for text/xml without a charset; RFC 7303 leaves it to the document.
            return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        } catch (IOException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** A few broken bytes in what was declared are passed over; bytes that were never UTF-8 are read as what they are. */
    private static Charset better(byte[] body, Charset declared, @Nullable String contentType) {
        boolean said = isSaid(body, contentType);
        if (said && !isMostlyBroken(new String(body, declared))) {
            return declared;
        }
        Charset guessed = guessed(body);
        return said && !isDoubleByte(guessed) ? WINDOWS_1252 : guessed;
    }

    private static boolean isSaid(byte[] body, @Nullable String contentType) {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.ISO_8859_1);
        return DECLARED.matcher(start).find()
                || contentType != null && contentType.toLowerCase(Locale.ROOT).contains("charset");
    }

    private static Charset guessed(byte[] body) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(body, 0, body.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null || !Charset.isSupported(name) ? WINDOWS_1252 : Charset.forName(name);
    }

    private static boolean isDoubleByte(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() >= 2;
    }

    /** More replacement characters than real ones: the bytes were never UTF-8, whatever was declared. */
    private static boolean isMostlyBroken(String text) {
        long broken = text.chars().filter(c -> c == '\ufffd').count();
        long foreign = text.chars().filter(c -> c > 127 && c != '\ufffd').count();
        return broken > foreign;
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    private static String withoutPrologue(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) == '\ufeff' || text.charAt(start) <= ' ')) {
            start++;
        }
        return text.substring(start);
    }
}
