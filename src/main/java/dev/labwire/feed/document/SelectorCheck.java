package dev.labwire.feed.document;

import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Says which CSS selectors are taken. Those that match by regular expression are not: some never come to an end on a page
 * that is made for it. Nor does {@code :has} within {@code :has}, which looks through the page once for each element of the
 * page.
 */
final class SelectorCheck {

    private static final Pattern BY_EXPRESSION = Pattern.compile("(?i)~=|:matches");
    private static final Pattern LOOKS_AHEAD = Pattern.compile("(?i):has\\b");
    private static final int MOST_BRACKETS = 10;

    private SelectorCheck() {}

    /** What is wrong with it; null where nothing is. */
    static @Nullable String fault(String selector) {
        if (selector.chars().filter(c -> c == '(').count() > MOST_BRACKETS) {
            return "has more than " + MOST_BRACKETS + " brackets";
        }
        String understood;
        try {
            understood = QueryParser.parse(selector).toString();
        } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
            return "is no CSS selector: " + wrong.getMessage();
        }
        // As written and as understood: escapes may hide what is meant.
        if (BY_EXPRESSION.matcher(selector).find()
                || BY_EXPRESSION.matcher(understood).find()) {
            return "must not match by regular expression (~=, :matches)";
        }
        boolean often = LOOKS_AHEAD.matcher(selector).results().count() > 1
                || LOOKS_AHEAD.matcher(understood).results().count() > 1;
        return often ? "must not have more than one :has" : null;
    }
}
