package dev.labwire.feed.document;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a feed of any kind, told apart by its content; servers say little that is true about it. */
public final class FeedReader {

    private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w.-]*(?::[\\w.-]+)?)");
    private static final Pattern ASIDE = Pattern.compile(
            "\\A(?:\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE\\s+(?!html)[^\\[>]*(?:\\[.*?\\]\\s*)?>)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_PROLOGUE = 100_000;
    private static final int DEEPEST = 500;
    private static final int MOST_ELEMENTS = 400_000;

    private FeedReader() {}

    /**
     * The entries of a feed.
     *
     * @param contentType as the server declares it
     * @param base what relative links are relative to
     */
    public static Reading read(byte[] body, @Nullable String contentType, URI base) {
        String text = FeedText.decode(body, contentType);
        if (text.isBlank()) {
            return new Reading.Unreadable("the answer is empty");
        }
        if (text.startsWith("{")) {
            return JsonFeedReader.read(text, base);
        }
        String root = root(text);
        String kind = root.substring(root.indexOf(':') + 1);
        return switch (kind) {
            case "rss", "rdf", "feed", "channel" -> xml(text, base);
            case "html" -> new Reading.Unreadable(HtmlInstead.explain(text, base));
            case "" -> new Reading.Unreadable("not a feed: neither XML nor JSON");
            default -> new Reading.Unreadable("not a feed: the document is <" + root + ">");
        };
    }

    private static Reading xml(String text, URI base) {
        XmlDepth.Shape shape = XmlDepth.of(text);
        if (shape.deepest() > DEEPEST) {
            return new Reading.Unreadable("elements are nested deeper than " + DEEPEST + " levels");
        }
        if (shape.elements() > MOST_ELEMENTS) {
            return new Reading.Unreadable("the document has more than " + MOST_ELEMENTS + " elements");
        }
        if (!RomeFit.of(text)) {
            return TolerantXmlReader.entries(text, base);
        }
        Reading strict = RomeReader.read(text, base);
        return strict instanceof Reading.Entries entries && !entries.entries().isEmpty()
                ? strict
                : TolerantXmlReader.read(text, base, strict);
    }

    private static String root(String text) {
        String rest = text.substring(0, Math.min(text.length(), LONGEST_PROLOGUE));
        for (Matcher aside = ASIDE.matcher(rest); aside.find(); aside = ASIDE.matcher(rest)) {
            rest = rest.substring(aside.end());
        }
        if (rest.regionMatches(true, 0, "<!doctype html", 0, 14)) {
            return "html";
        }
        Matcher root = ROOT.matcher(rest);
        return root.lookingAt() ? root.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
