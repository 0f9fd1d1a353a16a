package dev.labwire.feed.document;

import dev.labwire.text.Timestamps;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether ROME reads all of a document that matters here: it passes over the base and the language of single elements, and
 * reads dates of unusual forms as something else, such as a number as a year. Looks at markup only, in one pass.
 */
final class RomeFit {

    private static final Set<String> DATES =
            Set.of("pubdate", "published", "updated", "date", "issued", "modified", "created");
    private static final Pattern USUAL = Pattern.compile(
            "\\s*(?:(?:[A-Z][a-z]{2}, )?(\\d{1,2}) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}"
                    + " [0-2]\\d:[0-5]\\d:[0-6]\\d (?:[A-Z]{1,3}|[+-]\\d{4})"
                    + "|\\d{4}-(?:0[1-9]|1[0-2])-([0-3]\\d)T[0-2]\\d:[0-5]\\d:[0-6]\\d(?:\\.\\d{3})?(?:Z|[+-]\\d{2}:\\d{2}))?\\s*");
    private static final int IN_EVERY_MONTH = 28;
    private static final int LONGEST_DATE = 60;
    private static final String CDATA = "<![CDATA[";

    private final String text;
    private int nextSpecial;

    private RomeFit(String text) {
        this.text = text;
    }

    static boolean of(String text) {
        return new RomeFit(text).fits();
    }

    private boolean fits() {
        int at = text.indexOf('<');
        while (at >= 0 && at + 1 < text.length()) {
            if (text.startsWith(CDATA, at)) {
                at = text.indexOf("]]>", at);
            } else if (text.startsWith("<!--", at)) {
                at = text.indexOf("-->", at);
            } else if (Character.isLetter(text.charAt(at + 1))) {
                int close = text.indexOf('>', at);
                if (close < 0 || isBeyond(at, close)) {
                    return false;
                }
                at = close;
            }
            at = at < 0 ? -1 : text.indexOf('<', at + 1);
        }
        return true;
    }

    private boolean isBeyond(int at, int close) {
        String name = name(at + 1, close).toLowerCase(Locale.ROOT);
        String local = name.substring(name.indexOf(':') + 1);
        return name.equals("dc:language")
                || local.equals("origlink") && !name.equals(local)
                || hasSpecialAttribute(at, close)
                || DATES.contains(local) && !isUsual(value(close));
    }

    private String name(int from, int close) {
        int end = from;
        while (end < close && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '/') {
            end++;
        }
        return text.substring(from, end);
    }

    private boolean hasSpecialAttribute(int at, int close) {
        for (nextSpecial = Math.max(nextSpecial, at); nextSpecial < close; nextSpecial++) {
            int equals = text.indexOf('=', nextSpecial);
            if (equals < 0 || equals >= close) {
                // so far there is none; what lies beyond belongs to other elements
                return false;
            }
            nextSpecial = equals;
            String before = text.substring(Math.max(at, equals - 8), equals).stripTrailing();
            boolean encoded = text.startsWith("\"base64", equals + 1) || text.startsWith("'base64", equals + 1);
            if (encoded || before.endsWith("xml:base") || before.endsWith("xml:lang")) {
                return true;
            }
        }
        return false;
    }

    private String value(int close) {
        boolean wrapped = text.startsWith(CDATA, close + 1);
        int from = wrapped ? close + 1 + CDATA.length() : close + 1;
        int end = text.indexOf(wrapped ? "]]>" : "<", from);
        return end < 0 || end - from > LONGEST_DATE ? "?" : text.substring(from, end);
    }

    private static boolean isUsual(String date) {
        Matcher usual = USUAL.matcher(date);
        if (!usual.matches()) {
            return false;
        }
        String day = usual.group(1) == null ? usual.group(2) : usual.group(1);
        return day == null
                || Integer.parseInt(day) <= IN_EVERY_MONTH
                || Timestamps.parse(date).isPresent();
    }
}
