package dev.labwire.feed.document;

import dev.labwire.text.Urls;
import java.net.URI;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The HTML of a feed, mended so that it can be kept apart from where it came from and read by any HTML parser. */
final class FeedHtml {

    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)\\s(?:href|src|cite|action|longdesc|poster|data)\\s*=\\s*[\"']?(?!\\s*(?:https?:|mailto:"
                    + "|data:|tel:|javascript:|#))");
    private static final String[] ADDRESSES = {"href", "src", "cite", "action", "longdesc", "poster", "data"};
    private static final Pattern SELF_CLOSED = Pattern.compile(
            "(?i)<(iframe|object|script|style|textarea|title|noscript|video|audio|canvas)\\b([^<>]*)/>");
    private static final Pattern FRAME = Pattern.compile("(?i)<iframe\\b[^<>]*>");
    private static final Pattern FRAME_END = Pattern.compile("(?i)</iframe");

    private FeedHtml() {}

    /** HTML with nothing to mend comes back as it was. */
    static String of(String html, URI base) {
        return html.indexOf('<') < 0 ? html : absolute(closed(html), base);
    }

    /** XHTML may close in the opening tag what in HTML would swallow all that follows. */
    private static String closed(String html) {
        String ended = html.contains("/>") ? SELF_CLOSED.matcher(html).replaceAll("<$1$2></$1>") : html;
        return FRAME.matcher(ended).find() && !FRAME_END.matcher(ended).find()
                ? FRAME.matcher(ended).replaceAll("$0</iframe>")
                : ended;
    }

    private static String absolute(String html, URI base) {
        if (!RELATIVE.matcher(html).find()) {
            return html;
        }
        Document fragment = Jsoup.parseBodyFragment(html);
        fragment.outputSettings().prettyPrint(false);
        for (String attribute : ADDRESSES) {
            for (Element element : fragment.body().getElementsByAttribute(attribute)) {
                Urls.resolve(base, element.attr(attribute))
                        .ifPresent(address -> element.attr(attribute, address.toString()));
            }
        }
        return fragment.body().html();
    }
}
