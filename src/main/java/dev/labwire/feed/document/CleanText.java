package dev.labwire.feed.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repairs text that was decoded wrongly before it got into a feed, and drops what no text has. */
final class CleanText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Pattern RUN = Pattern.compile("[\u0080-\uffff]{2,}");

    private CleanText() {}

    static String of(String given) {
        String text = given;
        if (text.indexOf('â') >= 0 || text.indexOf('Ã') >= 0 || text.indexOf('Â') >= 0) {
            text = twiceEncoded(text);
        }
        boolean controls = false;
        boolean highControls = false;
        boolean latin = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            controls |= isControl(c);
            highControls |= isHighControl(c);
            latin &= c <= 0xff;
        }
        if (!controls && !highControls) {
            return text;
        }
        String repaired = highControls ? decoded(text, latin) : text;
        return controls ? withoutControls(repaired) : repaired;
    }

    /** UTF-8 that was read as the code page of Windows and written as UTF-8 again, run by run of its characters. */
    private static String twiceEncoded(String text) {
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(onceEncoded(run.group())));
    }

    private static String onceEncoded(String run) {
        CharsetEncoder windows = WINDOWS_1252.newEncoder();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(windows.encode(CharBuffer.wrap(run)))
                    .toString();
        } catch (CharacterCodingException rightAsItIs) {
            return run;
        }
    }

    /** What no XML may hold, not even escaped. */
    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\ufffe' || c == '\uffff';
    }

    /** Code points that stand in texts only where other bytes were taken for ISO 8859-1. */
    private static boolean isHighControl(char c) {
        return c >= 0x80 && c <= 0x9f;
    }

    private static String decoded(String text, boolean latin) {
        if (latin) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                // then it was the code page of Windows
            }
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars()
                .mapToObj(c -> (char) c)
                .forEach(
                        c -> out.append(isHighControl(c) ? new String(new byte[] {(byte) (char) c}, WINDOWS_1252) : c));
        return out.toString();
    }

    private static String withoutControls(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> !isControl((char) c)).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
