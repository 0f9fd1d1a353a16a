package dev.labwire.article;

import dev.labwire.net.Turn;
import dev.labwire.net.WebAnswer;
import dev.labwire.net.WebAnswer.Fetched;
import dev.labwire.net.WebClient;
import dev.labwire.net.WebRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for an article's page and judges whether what came is its text; knows no database. */
@Singleton
final class PageVisitor {

    static final int SHORTEST = 200;
    private static final int CHALLENGE_LENGTH = 2000;
    private static final Pattern CHALLENGE =
            Pattern.compile("(?i)just a moment|enable javascript|javascript is (disabled"
                    + "|required)|captcha|are you a (robot|human)|not a robot|verify(ing)? (that )?you are (a )?human"
                    + "|checking your browser|unusual traffic|access denied|please turn on js|before you continue"
                    + "|we value your privacy|accept (all )?cookies");

    private final WebClient web;

    PageVisitor(WebClient web) {
        this.web = web;
    }

    /** Waits for a turn at the page's host. */
    PageVisit visit(String url) {
        return visit(url, null);
    }

    /** Asks only if the page's host can be asked at once, so that pages of other hosts need not wait for it. */
    PageVisit visitNow(String url) {
        return web.turn(url)
                .map(turn -> visit(url, turn))
                .orElseGet(() -> new PageVisit.Postponed("other requests to its host go first"));
    }

    private PageVisit visit(String url, @Nullable Turn turn) {
        WebAnswer answer = web.get(WebRequest.page(url, null, null), turn);
        if (answer instanceof WebAnswer.Failed failed) {
            return switch (failed.reason()) {
                case BUSY -> new PageVisit.Postponed(failed.message());
                case BAD_ADDRESS -> new PageVisit.Hopeless(failed.message());
                default -> new PageVisit.NotYet(failed.message());
            };
        }
        return judge((Fetched) answer);
    }

    private static PageVisit judge(Fetched answer) {
        if (answer.status() == 404 || answer.status() == 410) {
            return new PageVisit.Hopeless("the page is not there (" + answer.status() + ")");
        }
        if (answer.status() != 200) {
            return new PageVisit.NotYet("the server answered " + answer.status());
        }
        String type = answer.header("content-type").orElse("text/html");
        if (!type.toLowerCase(Locale.ROOT).contains("html")) {
            return new PageVisit.Hopeless("not a page but " + type);
        }
        try {
            return judge(PageReader.read(answer.body(), type, answer.finalUri().toString()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return new PageVisit.Hopeless("the page cannot be read: " + unreadable.getMessage());
        }
    }

    private static PageVisit judge(Page page) {
        if (page.text().length() < SHORTEST) {
            return new PageVisit.NotYet("the page has hardly any text");
        }
        if (page.paywalled()) {
            return new PageVisit.Hopeless("only the beginning of the article can be read without paying");
        }
        boolean challenge = page.text().length() < CHALLENGE_LENGTH
                && CHALLENGE.matcher(page.title() + "\n" + page.text()).find();
        return challenge
                ? new PageVisit.NotYet("a challenge or consent page instead of the article")
                : new PageVisit.Text(page);
    }
}
