package dev.labwire.feed.document;

import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Guesses how a page that lists articles is read. Links to articles share the beginning of their address; what stands
 * around each of them alike is its card, and in the cards stand titles and dates. The longest such list with the most
 * words and dates is the best guess.
 */
public final class ListingHeuristic {

    private static final String ASIDE = "nav, footer, aside, [role=navigation], [role=contentinfo]";
    private static final List<String> TITLES =
            List.of("h1", "h2", "h3", "h4", "h5", "h6", "[class*=title]", "[class*=headline]");
    private static final List<String> DATES =
            List.of("time", "[class*=date]", "[class*=time]", "[class*=meta]", "span", "p", "div");
    private static final int LEAST = 3;
    private static final int HEADLINE = 12;
    private static final int HIGHEST_CARD = 6;
    private static final int MOST_GROUPS = 40;
    /** Enough to see what they have in common. */
    private static final int MOST_LINKS = 100;

    private static final int MOST_ELEMENTS = 20_000;

    private ListingHeuristic() {}

    /**
     * A way to read the page.
     *
     * @param entries what it finds
     */
    public record Guess(Selectors selectors, List<Entry> entries) {

        private double score() {
            long dated = entries.stream()
                    .filter(entry -> entry.publishedAt() != null)
                    .count();
            long worded = entries.stream()
                    .filter(entry -> entry.title() != null && entry.title().length() >= HEADLINE)
                    .count();
            return worded * (1 + (double) dated / entries.size()) * worded / entries.size();
        }
    }

    /** The best guesses, the best first. */
    public static List<Guess> guesses(Document page, URI base, int most) {
        if (page.stream().limit(MOST_ELEMENTS + 1L).count() > MOST_ELEMENTS) {
            return List.of();
        }
        Map<String, List<Element>> groups = groups(page, base);
        return groups.entrySet().stream()
                .filter(group -> targets(group.getValue(), base).size() >= LEAST)
                .limit(MOST_GROUPS)
                .flatMap(group -> guess(page, base, group.getKey(), group.getValue()).stream())
                .filter(guess -> guess.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Guess::score).reversed())
                .limit(most)
                .toList();
    }

    private static Map<String, List<Element>> groups(Document page, URI base) {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        for (Element anchor : page.select("a[href]")) {
            String prefix = anchor.closest(ASIDE) == null ? prefix(anchor, base) : null;
            if (prefix != null) {
                List<Element> group = groups.computeIfAbsent(prefix, p -> new ArrayList<>());
                if (group.size() < MOST_LINKS) {
                    group.add(anchor);
                }
            }
        }
        return groups;
    }

    /** The address up to its last part, or up to a part of digits alone, such as a year; null where nothing is left. */
    private static @Nullable String prefix(Element anchor, URI base) {
        String href = anchor.attr("href").strip().replaceFirst("[?#].*$", "");
        URI target = Urls.resolve(base, href).orElse(null);
        if (target == null || !base.getHost().equalsIgnoreCase(target.getHost()) || isSamePage(target, base)) {
            return null;
        }
        String cut = href.replaceFirst("/+$", "").replaceFirst("/\\d+/.*$", "/").replaceFirst("[^/]*$", "");
        String path = cut.replaceFirst("(?i)^https?://[^/]+", "");
        boolean plain = cut.matches("[\\w./:%~-]+");
        return plain && path.length() > 1 ? cut : null;
    }

    private static boolean isSamePage(URI one, URI other) {
        return path(one).equals(path(other));
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
    }

    private static Set<String> targets(List<Element> anchors, URI base) {
        Set<String> targets = new LinkedHashSet<>();
        anchors.forEach(anchor -> target(anchor, base).ifPresent(targets::add));
        return targets;
    }

    private static Optional<String> target(Element anchor, URI base) {
        return Urls.resolve(base, anchor.attr("href")).map(ListingHeuristic::path);
    }

    private static Optional<Guess> guess(Document page, URI base, String prefix, List<Element> anchors) {
        String links = "a[href^='" + prefix + "']";
        List<Element> cards = cards(anchors, links, base);
        String card = signature(cards, links);
        Guess ofAnchors = read(page, base, links, anchors);
        Guess ofCards = card == null ? null : read(page, base, card, cards);
        return java.util.stream.Stream.of(ofAnchors, ofCards)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.comparingDouble(Guess::score));
    }

    private static @Nullable Guess read(Document page, URI base, String item, List<Element> items) {
        String title = common(items, TITLES, element -> element.text().length() >= HEADLINE);
        String date = common(items, DATES, ListingHeuristic::isDate);
        Selectors selectors = new Selectors(item, title, date);
        return ListingReader.read(page, base, selectors) instanceof Reading.Entries read
                        && !read.entries().isEmpty()
                ? new Guess(selectors, read.entries())
                : null;
    }

    /** The first selector that finds something fitting in most of the items. */
    private static @Nullable String common(List<Element> items, List<String> selectors, Predicate<Element> fits) {
        for (String selector : selectors) {
            long found = items.stream()
                    .filter(item -> Optional.ofNullable(item.selectFirst(selector))
                                    .filter(fits)
                                    .isPresent()
                            || isDateSelector(selector)
                                    && item.select(selector).stream().anyMatch(fits))
                    .count();
            if (found * 2 > items.size()) {
                return selector;
            }
        }
        return null;
    }

    private static boolean isDateSelector(String selector) {
        return DATES.contains(selector);
    }

    private static boolean isDate(Element element) {
        return Timestamps.parse(element.attr("datetime"))
                .or(() -> Timestamps.parse(element.text()))
                .isPresent();
    }

    /** Around each link the largest element that leads nowhere else within the list. */
    private static List<Element> cards(List<Element> anchors, String links, URI base) {
        Set<Element> cards = new LinkedHashSet<>();
        for (Element anchor : anchors) {
            Element card = anchor;
            for (int height = 0; height < HIGHEST_CARD; height++) {
                Element parent = card.parent();
                if (parent == null
                        || parent.is("body, main, section")
                        || targets(parent.select(links), base).size() > 1) {
                    break;
                }
                card = parent;
            }
            if (card != anchor) {
                cards.add(card);
            }
        }
        return List.copyOf(cards);
    }

    /** What most cards have in common: the element's name, and a class that all of these bear. */
    private static @Nullable String signature(List<Element> cards, String links) {
        if (cards.size() < LEAST) {
            return null;
        }
        Map<String, Long> names = new LinkedHashMap<>();
        cards.forEach(card -> names.merge(card.normalName(), 1L, Long::sum));
        String name = names.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        List<Element> alike =
                cards.stream().filter(card -> card.normalName().equals(name)).toList();
        String shared = alike.get(0).classNames().stream()
                .filter(word -> word.matches("[A-Za-z][\\w-]*"))
                .filter(word -> alike.stream().allMatch(card -> card.hasClass(word)))
                .findFirst()
                .map(word -> "." + word)
                .orElse("");
        return name + shared + ":has(" + links + ")";
    }
}
