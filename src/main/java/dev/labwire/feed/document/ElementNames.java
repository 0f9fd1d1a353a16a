package dev.labwire.feed.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What elements are called, whatever prefix a document gives them: those of RSS, Atom and CDF by their bare name, those of
 * a known module by its usual prefix, others as they are written.
 */
final class ElementNames {

    /** Beginnings of namespaces, without scheme and in lower case, since feeds misspell the rest. */
    private static final Map<String, String> SPACES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", ""),
            Map.entry("purl.org/atom/", ""),
            Map.entry("purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy:"),
            Map.entry("purl.org/rss/1.0/modules/dcterms", "dcterms:"),
            Map.entry("purl.org/rss/1.0/modules", "module:"),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("my.netscape.com/rdf", ""),
            Map.entry("my.netscape.com/publish", ""),
            Map.entry("channel.netscape.com/rdf", ""),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("purl.org/net/rss", ""),
            Map.entry("purl.org/dc/elements", "dc:"),
            Map.entry("purl.org/dc/terms", "dcterms:"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("search.yahoo.com/mrss", "media:"),
            Map.entry("video.search.yahoo.com/mrss", "media:"),
            Map.entry("www.itunes.com/dtds", "itunes:"),
            Map.entry("example.com/dtds/podcast", "itunes:"),
            Map.entry("www.google.com/schemas/play-podcasts", "googleplay:"),
            Map.entry("rssnamespace.org/feedburner", "feedburner:"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"));

    private final Map<String, String> byPrefix = new HashMap<>();

    ElementNames(Document document) {
        // Declarations below the entries exist, but none that a name here would depend on.
        document.children().forEach(this::declare);
        document.children().forEach(root -> root.children().forEach(this::declare));
        document.select("item, entry").stream().limit(1).forEach(this::declare);
    }

    private void declare(Element element) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().startsWith("xmlns:")) {
                space(attribute.getValue())
                        .ifPresent(name -> byPrefix.put(attribute.getKey().substring(6) + ":", name));
            }
        }
    }

    private static java.util.Optional<String> space(String uri) {
        String bare = uri.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        return SPACES.entrySet().stream()
                .filter(space -> bare.startsWith(space.getKey()))
                .max(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue);
    }

    String of(Element element) {
        String name = element.normalName().toLowerCase(Locale.ROOT);
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name;
        }
        String prefix = name.substring(0, colon + 1);
        return byPrefix.getOrDefault(prefix, prefix.equals("atom:") ? "" : prefix) + name.substring(colon + 1);
    }

    /** The elements below this one, at any depth, of any of these names. */
    List<Element> within(Element root, List<String> names) {
        return root.stream()
                .filter(element -> element != root && names.contains(of(element)))
                .toList();
    }
}
