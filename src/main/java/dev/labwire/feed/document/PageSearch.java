package dev.labwire.feed.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Looks for elements of one page by selectors, for a limited time: some selectors take minutes on a page that is made for
 * it. Serves one page, in one thread.
 */
final class PageSearch {

    private static final int MOST_ELEMENTS = 50_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final long end = System.nanoTime() + LONGEST.toNanos();

    /** A page is too large, or a selector takes too long on it. */
    static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooMuch(String message) {
            super(message);
        }
    }

    /**
     * Begins to look at a page.
     *
     * @throws TooMuch where it has more elements than are looked at
     */
    PageSearch(Document page) {
        if (page.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS) {
            throw new TooMuch("the page has more than " + MOST_ELEMENTS + " elements");
        }
    }

    /**
     * All elements below a root, itself included, in the order of the page.
     *
     * @throws TooMuch where the time is up
     */
    List<Element> all(Element root, String selector) {
        List<Element> found = new ArrayList<>();
        search(root, selector, element -> !found.add(element));
        return found;
    }

    /**
     * The first of them that also fits.
     *
     * @throws TooMuch where the time is up
     */
    Optional<Element> first(Element root, String selector, Predicate<Element> fits) {
        List<Element> found = new ArrayList<>();
        search(root, selector, element -> fits.test(element) && found.add(element));
        return found.stream().findFirst();
    }

    private void search(Element root, String selector, Predicate<Element> isEnough) {
        Evaluator evaluator = QueryParser.parse(selector);
        for (Element element : root.getAllElements()) {
            check();
            if (evaluator.matches(root, element) && isEnough.test(element)) {
                return;
            }
        }
    }

    /**
     * Makes sure that there is time left.
     *
     * @throws TooMuch where the time is up
     */
    void check() {
        if (System.nanoTime() > end) {
            throw new TooMuch("the selectors take longer than " + LONGEST.toSeconds() + " s on this page");
        }
    }
}
