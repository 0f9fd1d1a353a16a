package dev.labwire.article;

import dev.labwire.text.PlainText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text that a page is about. What is marked as the article counts; without marks, the container with the most
 * prose and the fewest links. Strips the page that it is given.
 */
final class MainText {

    private static final String NEVER = "script, style, noscript, template, nav, footer, aside, form, iframe, svg,"
            + " button, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=complementary],"
            + " [role=search], [role=dialog], [hidden], [aria-hidden=true]";
    private static final Pattern ASIDE =
            Pattern.compile("(?i)(^|[-_\\s])(comments?|disqus|related|recommend(ed|ations?)?"
                    + "|shar(e|ing)|social|cookies?|consent|gdpr|newsletter|subscribe|subscription|signup|promos?|advert\\w*|ads?"
                    + "|sponsor(ed)?|sidebar|breadcrumbs?|pagination|popup|modal|menu|navbar|nav|footer|masthead|skip|outbrain"
                    + "|taboola|toc|author-bio|read-more|more-stories|trending|tags)([-_\\s]|$)");
    private static final String PROSE = "p, pre, blockquote, li, td, dd, h2, h3, h4";
    private static final int ENOUGH = 200;

    private MainText() {}

    static String of(Document page) {
        strip(page);
        return marked(page).or(() -> densest(page)).map(PlainText::of).orElse("");
    }

    private static void strip(Document page) {
        page.select(NEVER).remove();
        page.select("header").stream()
                .filter(header -> header.closest("article, main") == null
                        || header.select("h1").isEmpty())
                .forEach(Element::remove);
        int all = page.body().text().length();
        for (Element element : page.select("[class], [id]")) {
            boolean named =
                    ASIDE.matcher(element.className() + " " + element.id()).find();
            boolean root = element.is("html, body, main, article, [itemprop=articleBody]");
            if (named && !root && element.text().length() * 2 < all) {
                element.remove();
            }
        }
    }

    private static Optional<Element> marked(Document page) {
        for (String mark : new String[] {"[itemprop=articleBody]", "article", "main, [role=main]"}) {
            Optional<Element> best = page.select(mark).stream().max(Comparator.comparingInt(MainText::prose));
            if (best.isPresent() && isArticle(best.get()) && prose(best.get()) * 2 > prose(page.body())) {
                return best;
            }
        }
        return Optional.empty();
    }

    private static boolean isArticle(Element element) {
        return prose(element) >= ENOUGH && linkDensity(element) < 0.5;
    }

    private static int prose(Element element) {
        return element.select(PROSE).stream()
                .filter(block -> !isNested(block))
                .mapToInt(block ->
                        block.text().length() - block.select("a").text().length())
                .sum();
    }

    private static boolean isNested(Element block) {
        Element parent = block.parent();
        return parent != null && parent.closest("pre, blockquote, li, td, dd") != null;
    }

    private static Optional<Element> densest(Document page) {
        Map<Element, Double> scores = new HashMap<>();
        for (Element block : page.select("p, pre, blockquote, div, section, td")) {
            String own = block.is("div, section, td") ? block.ownText() : block.text();
            if (own.length() >= 25) {
                double score = 1
                        + Math.min(own.length() / 100.0, 10)
                        + own.chars().filter(c -> c == ',').count();
                Element holder = block.is("div, section, td") ? block : block.parent();
                add(scores, holder, score);
                add(scores, holder == null ? null : holder.parent(), score / 2);
            }
        }
        return scores.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue() * (1 - linkDensity(entry.getKey()))))
                .map(Map.Entry::getKey);
    }

    private static void add(Map<Element, Double> scores, @Nullable Element holder, double score) {
        if (holder != null && !holder.is("html, #root")) {
            scores.merge(holder, score, Double::sum);
        }
    }

    private static double linkDensity(Element element) {
        int all = element.text().length();
        return all == 0 ? 1 : (double) element.select("a").text().length() / all;
    }
}
