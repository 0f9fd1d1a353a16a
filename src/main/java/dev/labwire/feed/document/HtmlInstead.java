package dev.labwire.feed.document;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Says what an HTML page is that came where a feed was expected. */
public final class HtmlInstead {

    private static final Pattern CHALLENGE =
            Pattern.compile("(?i)just a moment|checking your browser|verify(ing)? (that )?you"
                    + " are (a )?human|are you a (robot|human)|captcha|attention required|enable javascript and cookies|ddos protection"
                    + "|access denied|unusual traffic");
    private static final Pattern SIGN_IN = Pattern.compile("(?i)\\b(sign|log)[ -]?in\\b");
    private static final int LONGEST = 500_000;

    private HtmlInstead() {}

    /** In words: a challenge, a page to sign in, a page that names a feed, or just a page. */
    static String explain(String html, URI base) {
        Document page = Jsoup.parse(html.substring(0, Math.min(html.length(), LONGEST)), base.toString());
        if (isChallenge(page)) {
            return "a page that wants to be sure of a human, not a feed";
        }
        Optional<String> feed = page
                .select("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)][href], link[rel=feed][href]")
                .stream()
                .map(link -> link.absUrl("href"))
                .filter(address -> !address.isEmpty() && !address.equals(base.toString()))
                .findFirst();
        if (feed.isPresent()) {
            return "an HTML page, not a feed; it names the feed " + feed.get();
        }
        boolean signIn = SIGN_IN.matcher(page.title()).find()
                || !page.select("input[type=password]").isEmpty();
        return signIn ? "a page to sign in, not a feed" : "an HTML page, not a feed";
    }

    /** Whether the body of a refusal is a challenge for browsers. */
    public static boolean isChallenge(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, LONGEST), java.nio.charset.StandardCharsets.UTF_8);
        return start.indexOf('<') >= 0 && isChallenge(Jsoup.parse(start));
    }

    private static boolean isChallenge(Document page) {
        String words = page.title() + "\n" + page.select("h1, h2, noscript").text();
        return CHALLENGE.matcher(words).find()
                || !page.select("#challenge-form, #cf-challenge-running, script[src*=challenge-platform]")
                        .isEmpty();
    }
}
