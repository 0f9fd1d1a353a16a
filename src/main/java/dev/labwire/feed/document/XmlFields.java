package dev.labwire.feed.document;

import dev.labwire.text.PlainText;
import dev.labwire.text.Timestamps;
import dev.labwire.text.Urls;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What stands directly below an element of a feed, by name. Names asked for are tried in their order. */
final class XmlFields {

    private static final Set<String> PAGES = Set.of("", "text/html", "application/xhtml+xml");

    private final Element element;
    private final URI documentBase;
    private final Map<String, List<Element>> byName = new HashMap<>();

    XmlFields(Element element, ElementNames names, URI documentBase) {
        this.element = element;
        this.documentBase = documentBase;
        for (Element child : element.children()) {
            String name = names.of(child);
            if (name.equals("media:group") || name.equals("enclosures")) {
                child.children().forEach(grandchild -> add(names.of(grandchild), grandchild));
            }
            add(name, child);
        }
    }

    private void add(String name, Element child) {
        byName.computeIfAbsent(name, n -> new ArrayList<>()).add(child);
    }

    Element element() {
        return element;
    }

    List<Element> all(String... names) {
        return Stream.of(names)
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private <T> @Nullable T first(Function<Element, @Nullable T> reading, String... names) {
        return all(names).stream()
                .map(reading)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The words of an element, as they are. */
    @Nullable
    String text(String... names) {
        return first(child -> filled(child.wholeText()), names);
    }

    /** As a line of plain text. */
    @Nullable
    String line(String... names) {
        return first(child -> filled(PlainText.line(TextConstruct.html(child))), names);
    }

    /** As HTML with absolute links. */
    @Nullable
    String html(String... names) {
        return first(
                child -> filled(TextConstruct.html(child)) == null
                        ? null
                        : FeedHtml.of(TextConstruct.html(child), base(child)),
                names);
    }

    @Nullable
    Instant date(String... names) {
        return first(child -> Timestamps.parse(child.wholeText()).orElse(null), names);
    }

    /** The names of people, or their addresses where they have no name. */
    @Nullable
    String people(String... names) {
        Set<String> people = new LinkedHashSet<>();
        for (String name : names) {
            for (Element child : byName.getOrDefault(name, List.of())) {
                Optional.ofNullable(person(child)).ifPresent(people::add);
            }
            if (!people.isEmpty()) {
                return String.join(", ", people);
            }
        }
        return null;
    }

    private static @Nullable String person(Element element) {
        for (String part : List.of("name", "atom|name", "email", "atom|email")) {
            Element found = part(element, part.substring(part.indexOf('|') + 1));
            if (found != null && filled(found.wholeText()) != null) {
                return filled(PlainText.line(found.html()));
            }
        }
        boolean structured =
                part(element, "name") != null || part(element, "uri") != null || part(element, "url") != null;
        return structured ? null : filled(PlainText.line(TextConstruct.html(element)));
    }

    private static @Nullable Element part(Element element, String name) {
        return element.children().stream()
                .filter(child ->
                        child.normalName().equals(name) || child.normalName().endsWith(":" + name))
                .findFirst()
                .orElse(null);
    }

    /** The address of the page: the original one behind a counter, a link to a page, the guid where it is one. */
    @Nullable
    String link() {
        return Stream.<String>builder()
                .add(address("feedburner:origlink", "pheedo:origlink"))
                .add(linkTo("alternate"))
                .add(linkText())
                .add(attribute("href"))
                .add(permalink())
                .build()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The address that an element holds as its words. */
    @Nullable
    String address(String... names) {
        return first(child -> resolved(child, child.wholeText()), names);
    }

    private @Nullable String linkText() {
        return first(
                child -> relation(child).equals("alternate") ? resolved(child, child.wholeText()) : null,
                "link",
                "url",
                "uri");
    }

    /** The first link of a relation, to a page rather than to something else. */
    @Nullable
    String linkTo(String relation) {
        List<Element> links = all("link").stream()
                .filter(link -> link.hasAttr("href"))
                .filter(link -> relation(link).equals(relation))
                .toList();
        return Stream.concat(
                        links.stream().filter(link -> PAGES.contains(link.attr("type"))),
                        relation.equals("alternate") ? links.stream() : Stream.empty())
                .map(link -> resolved(link, link.attr("href")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The address of any link of a relation. */
    @Nullable
    String related(String relation) {
        return all("link").stream()
                .filter(link -> link.hasAttr("href") && relation(link).equals(relation))
                .map(link -> resolved(link, link.attr("href")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String relation(Element link) {
        String relation = link.attr("rel").strip().toLowerCase(java.util.Locale.ROOT);
        return relation.isEmpty()
                ? "alternate"
                : relation.replaceFirst("^http://www\\.iana\\.org/assignments/relation/", "");
    }

    private @Nullable String attribute(String name) {
        String value = element.attr(name).strip();
        return value.isEmpty() ? null : resolved(element, value);
    }

    private @Nullable String permalink() {
        return first(
                child -> "false".equalsIgnoreCase(child.attr("ispermalink"))
                                || !isAddress(child.wholeText(), child.hasAttr("ispermalink"))
                        ? null
                        : resolved(child, child.wholeText()),
                "guid");
    }

    /** What says that it is a permanent link may be a relative one. */
    private static boolean isAddress(String text, boolean said) {
        return said ? !text.isBlank() : Urls.web(text).isPresent();
    }

    @Nullable
    String comments() {
        String given = text("comments");
        if (given != null) {
            return given.matches("\\S+") ? address("comments") : null;
        }
        return all("link").stream()
                .filter(link -> relation(link).equals("replies")
                        && !link.attr("type").isEmpty()
                        && PAGES.contains(link.attr("type")))
                .map(link -> Urls.web(link.attr("href")).map(URI::toString).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<String> categories() {
        Stream<Element> nested = all("itunes:category").stream().flatMap(category -> category.children().stream());
        return Stream.concat(all("category", "dc:subject", "itunes:category", "media:category").stream(), nested)
                .map(category -> Stream.of(
                                category.attr("label"), category.attr("term"), category.attr("text"), category.text())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    Set<String> enclosures() {
        Stream<String> linked = all("link").stream()
                .filter(link -> relation(link).equals("enclosure"))
                .map(link -> resolved(link, link.attr("href")));
        Stream<String> attached = all("enclosure", "media:thumbnail", "media:content", "media:peerlink").stream()
                .map(child -> resolved(child, child.hasAttr("url") ? child.attr("url") : child.attr("href")));
        return Stream.concat(linked, attached)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Nullable
    String resolved(Element at, String link) {
        return link.isBlank()
                ? null
                : Urls.resolve(base(at), link).map(URI::toString).orElse(null);
    }

    /** The base of relative links in an element: the xml:base of all around it, outermost first. */
    private URI base(Element at) {
        List<String> bases = new ArrayList<>();
        for (Element holder = at; holder != null; holder = holder.parent()) {
            if (holder.hasAttr("xml:base")) {
                bases.add(0, holder.attr("xml:base"));
            }
        }
        URI base = documentBase;
        for (String given : bases) {
            base = Urls.resolve(base, given).orElse(base);
        }
        return base;
    }

    static @Nullable String filled(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
