package dev.labwire.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that hold a secret: a user with a password before the host, or a parameter that is named like one. Such an
 * address is shown with {@value #BLANK} in the place of each secret, wherever it is shown.
 */
public final class SecretUrl {

    /** What stands in the place of a secret. */
    public static final String BLANK = "***";

    private static final Pattern USER = Pattern.compile("(?i)(https?://)[^/?#\\s@]*@");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)([?&;][\\w.-]*(?:key|token|secret|passw(?:or)?d|pass|pwd|auth|signature|sig|credential|session)[\\w.-]*=)"
                    + "[^&#\\s'\"<>]+");

    private SecretUrl() {}

    /** The address, or a text in which addresses stand, without its secrets. */
    public static String redacted(String text) {
        String withoutUser = USER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(BLANK) + "@");
        return PARAMETER.matcher(withoutUser).replaceAll("$1" + Matcher.quoteReplacement(BLANK));
    }

    /** Whether the address is one that was shown without its secrets, so that it can't be asked as it is. */
    public static boolean isRedacted(String address) {
        return address.contains(BLANK + "@") || address.contains("=" + BLANK);
    }

    /** The address that is meant: where only the secrets of the known one are missing, that one. */
    public static String restored(String address, String known) {
        return isRedacted(address) && address.equals(redacted(known)) ? known : address;
    }
}
