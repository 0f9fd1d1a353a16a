package dev.labwire.feed;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a feed into text by the rules of XML over HTTP, forgiving a wrong declaration. */
final class FeedText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private FeedText() {}

    static String decode(byte[] body, @Nullable String contentType) {
        Charset charset = charset(body, contentType);
        String text = new String(body, charset);
        if (charset.equals(StandardCharsets.UTF_8) && isMostlyBroken(text) && !isUtf8(body)) {
            text = new String(body, WINDOWS_1252);
        }
        return withoutPrologue(text);
    }

    private static Charset charset(byte[] body, @Nullable String contentType) {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body), contentType, true)) {
            return Charset.forName(reader.getEncoding());
        } catch (IOException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
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
