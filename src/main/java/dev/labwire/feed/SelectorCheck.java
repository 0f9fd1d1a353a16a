package dev.labwire.feed;

import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Says which CSS selectors are taken. Those that match by regular expression are not: some never come to an end on a page
 * that is made for it.
 */
final class SelectorCheck {

    private static final java.util.regex.Pattern BY_EXPRESSION =
            java.util.regex.Pattern.compile("(?i)~=|:matches(?:own|text|wholetext|wholeowntext)?\\b");
    private static final int MOST_NESTED = 20;

    private SelectorCheck() {}

    /** What is wrong with it; null where nothing is. */
    static @Nullable String fault(String selector) {
        if (selector.chars().filter(c -> c == '(').count() > MOST_NESTED) {
            return "has more than " + MOST_NESTED + " brackets";
        }
        if (BY_EXPRESSION.matcher(selector).find()) {
            return "must not match by regular expression (~=, :matches)";
        }
        try {
            QueryParser.parse(selector);
            return null;
        } catch (Selector.SelectorParseException | IllegalArgumentException wrong) {
            return "is no CSS selector: " + wrong.getMessage();
        }
    }
}
