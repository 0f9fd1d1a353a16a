package dev.labwire.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that hold a secret: a user with a password before the host, or a parameter that is named like one. Such an
 * address is shown with {@value #BLANK} in the place of each secret, wherever it is shown.
 */
public final class SecretUrl {

    /** What stands in the place of a secret. */
    public static final String BLANK = "***";

    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:key|token|secret|pass|pwd|auth|sig|credential|session)[^=]*=");
    /** Another address with a user in it. */
    private static final Pattern NESTED = Pattern.compile("//[^/\\s]*@");

    private static final Pattern SCHEME = Pattern.compile("(?i)^[^\\p{Alpha}]*[a-z][a-z0-9+.-]*:/{0,2}");
    private static final Pattern QUERY = Pattern.compile("[?#&]");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private SecretUrl() {}

    /** An address without its secrets. */
    public static String redacted(String address) {
        Matcher scheme = SCHEME.matcher(address);
        int start = scheme.find() ? scheme.end() : 0;
        int end = firstOf(address, start, "/?#");
        int at = address.lastIndexOf('@', end - 1);
        String withoutUser = at < start ? address : address.substring(0, start) + BLANK + address.substring(at);
        return withoutParameters(withoutUser);
    }

    private static int firstOf(String text, int from, String ends) {
        int at = from;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String withoutParameters(String address) {
        StringBuilder out = new StringBuilder();
        Matcher parts = QUERY.matcher(address);
        int from = 0;
        boolean inQuery = false;
        while (parts.find()) {
            out.append(part(address.substring(from, parts.start()), inQuery)).append(parts.group());
            from = parts.end();
            inQuery = true;
        }
        return out.append(part(address.substring(from), inQuery)).toString();
    }

    /** A parameter keeps its name. One in whose value another address with a secret stands loses the whole value. */
    private static String part(String text, boolean inQuery) {
        int equals = text.indexOf('=');
        String decoded = decoded(text);
        boolean secret = inQuery
                && (SECRET.matcher(text).find()
                        || SECRET.matcher(decoded).find()
                        || NESTED.matcher(decoded).find());
        return secret ? text.substring(0, equals < 0 ? 0 : equals + 1) + BLANK : text;
    }

    /** What is escaped, and once more, because an address within an address is escaped twice. */
    private static String decoded(String text) {
        try {
            String once = URLDecoder.decode(text, StandardCharsets.UTF_8);
            return once.indexOf('%') < 0 ? once : once + " " + URLDecoder.decode(once, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** A text in which addresses may stand, such as what went wrong with one, without their secrets. */
    public static String redactedIn(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
    }

    /** In a text nobody knows where an address was cut, so that all before an at sign may be a password. */
    private static String word(String word) {
        int at = word.lastIndexOf('@');
        if (at >= 0 && word.lastIndexOf(':', at) >= 0) {
            Matcher scheme = SCHEME.matcher(word);
            String kept = scheme.find() && scheme.end() <= at ? scheme.group() : "";
            return withoutParameters(kept + BLANK + word.substring(at));
        }
        return withoutParameters(word);
    }

    /** Whether the address is one that was shown without its secrets, so that it can't be asked as it is. */
    public static boolean isRedacted(String address) {
        return address.contains(BLANK + "@")
                || Arrays.stream(QUERY.split(address))
                        .anyMatch(part -> part.endsWith("=" + BLANK) || part.equals(BLANK));
    }

    /** The address that is meant: where only the secrets of the known one are missing, that one. */
    public static String restored(String address, String known) {
        return isRedacted(address) && address.equals(redacted(known)) ? known : address;
    }
}
