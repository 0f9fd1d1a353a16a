package dev.labwire.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses as people and feeds write them: with blanks, umlauts and pipes that a strict URI refuses. */
public final class Urls {

    private static final Pattern WEB = Pattern.compile("(?i)^(https?)://([^/?#]+)(.*)$", Pattern.DOTALL);
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private Urls() {}

    /** The http or https address that the text means; empty when it means none. */
    public static Optional<URI> web(String text) {
        Matcher parts = WEB.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String scheme = parts.group(1).toLowerCase(Locale.ROOT);
            URI uri = new URI(scheme + "://" + authority(parts.group(2)) + escaped(parts.group(3)));
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The web address that a link on a page means; empty for mail addresses, scripts and the unreadable. */
    public static Optional<URI> resolve(URI base, String link) {
        String text = link.strip();
        if (text.isEmpty()) {
            return web(base.toString());
        }
        if (WEB.matcher(text).matches()) {
            return web(text);
        }
        try {
            // A base without a path would otherwise glue the host to the link.
            URI rooted = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
            String escaped = escaped(text);
            URI resolved = escaped.startsWith("?")
                    ? new URI(beforeQuery(rooted.toString()) + escaped)
                    : rooted.resolve(new URI(escaped));
            return web(resolved.toString());
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String beforeQuery(String address) {
        return address.replaceFirst("[?#].*$", "");
    }

    private static String authority(String text) {
        int at = text.lastIndexOf('@');
        String user = at < 0 ? "" : text.substring(0, at + 1);
        String host = text.substring(at + 1);
        boolean plain = host.chars().allMatch(c -> c < 128);
        return user + (plain ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean inFragment = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean secondHash = c == '#' && inFragment;
            inFragment |= c == '#';
            if (!secondHash && isLegal(c) && !(c == '%' && !isEscape(text, i)) && c != '[' && c != ']') {
                out.append((char) c);
            } else {
                percent(out, c);
            }
        }
        return out.toString();
    }

    private static boolean isLegal(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
    }

    private static boolean isEscape(String text, int after) {
        return after + 2 <= text.length()
                && Character.digit(text.charAt(after), 16) >= 0
                && Character.digit(text.charAt(after + 1), 16) >= 0;
    }

    private static void percent(StringBuilder out, int codePoint) {
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("%%%02X", b));
        }
    }
}
