package dev.labwire.feed;

import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the basics of RSS and Atom from documents that are not well-formed. Knows no entities but HTML's own. */
final class TolerantXmlReader {

    private TolerantXmlReader() {}

    static Reading read(String text, URI base, Reading refusal) {
        List<Entry> entries = entries(text, base);
        return entries.isEmpty() ? refusal : new Reading.Entries(entries);
    }

    static List<Entry> entries(String text, URI base) {
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
        Document document = Jsoup.parse(text, "", parser);
        String language = Optional.ofNullable(document.selectFirst("channel > language, language"))
                .map(Element::text)
                .orElseGet(() -> attribute(document.children().first(), "xml:lang"));
        return document.getAllElements().stream()
                .filter(element -> List.of("item", "entry").contains(local(element)))
                .map(element -> entry(element, base, language))
                .toList();
    }

    private static Entry entry(Element item, URI base, @Nullable String language) {
        String title = value(item, "title");
        String link = link(item);
        String guid = Optional.ofNullable(value(item, "guid", "id")).orElseGet(() -> attribute(item, "rdf:about"));
        return new Entry(
                guid,
                link == null
                        ? null
                        : Urls.resolve(base, link).map(URI::toString).orElse(null),
                title == null ? null : PlainText.line(title),
                value(item, "description", "summary"),
                value(item, "content:encoded", "encoded", "content", "body"),
                value(item, "dc:creator", "author", "creator"),
                Optional.ofNullable(attribute(item, "xml:lang")).orElse(language),
                published(item));
    }

    private static @Nullable Instant published(Element item) {
        for (String name : List.of("pubdate", "published", "issued", "date", "created", "updated", "modified")) {
            Optional<Instant> date = Timestamps.parse(value(item, name));
            if (date.isPresent()) {
                return date.get();
            }
        }
        return null;
    }

    private static @Nullable String link(Element item) {
        Optional<String> href = item.children().stream()
                .filter(child -> "link".equals(local(child)) && child.hasAttr("href"))
                .filter(child -> !child.hasAttr("rel") || "alternate".equals(child.attr("rel")))
                .map(child -> child.attr("href"))
                .findFirst();
        return href.or(() -> Optional.ofNullable(value(item, "link"))).orElseGet(() -> permalink(item));
    }

    private static @Nullable String permalink(Element item) {
        return item.children().stream()
                .filter(child -> "guid".equals(local(child)) && !"false".equals(child.attr("ispermalink")))
                .map(Element::wholeText)
                .filter(text -> Urls.web(text).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** The first child of one of these names, in the order of the names, that says anything. */
    private static @Nullable String value(Element item, String... names) {
        for (String name : names) {
            for (Element child : item.children()) {
                if (child.normalName().equals(name) || local(child).equals(name)) {
                    String text = child.children().isEmpty() ? child.wholeText() : child.html();
                    if (!text.isBlank()) {
                        return text;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String attribute(@Nullable Element element, String name) {
        return element == null || element.attr(name).isBlank() ? null : element.attr(name);
    }

    private static String local(Element element) {
        String name = element.normalName().toLowerCase(Locale.ROOT);
        return name.substring(name.indexOf(':') + 1);
    }
}
