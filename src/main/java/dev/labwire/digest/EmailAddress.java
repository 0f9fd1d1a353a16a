package dev.labwire.digest;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One mailbox such as {@code jane.doe@example.org}, in lower case: no name, no comment, no quoted words (RFC 5321, section
 * 4.1.2, without what no mail provider gives out). A domain beyond ASCII is written in Punycode.
 */
record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static EmailAddress of(String text) {
        String address = text.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new IllegalArgumentException("must be a mail address such as jane@example.org");
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        if (local.chars().anyMatch(c -> c >= 128)) {
            throw new IllegalArgumentException("must have ASCII letters only before the @");
        }
        String domain = ascii(address.substring(at + 1));
        String whole = local + "@" + domain;
        if (!LOCAL_PART.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()
                || local.length() > LONGEST_LOCAL_PART
                || whole.length() > LONGEST) {
            throw new IllegalArgumentException("must be a mail address such as jane@example.org");
        }
        return new EmailAddress(whole);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unwritable) {
            throw new IllegalArgumentException("must be a mail address such as jane@example.org", unwritable);
        }
    }
}
