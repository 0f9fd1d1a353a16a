package dev.labwire.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.labwire.text.SecretUrl;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * OPML 2.0 in and out. Reading takes what other programs write, well-formed or not, and expands no entity but XML's own;
 * a folder becomes a tag of the feeds in it. Selectors and other fields that OPML does not know are written as attributes
 * of a namespace of our own, and read back.
 */
final class Opml {

    static final int MOST_OUTLINES = 5000;

    private static final String NAMESPACE = "https://labwire.dev/ns/opml";
    private static final String PREFIX = "labwire";
    private static final int DEEPEST = 20;

    private Opml() {}

    /**
     * A feed that an OPML names.
     *
     * @param line where it stands, counted from 1
     * @param feed what is said of it, under the keys of feeds.yaml
     */
    record Outline(int line, ObjectNode feed) {}

    /** What stands in a document; null where it is no OPML. */
    static @Nullable List<Outline> read(String text) {
        Document document = Jsoup.parse(
                text, "", Parser.xmlParser().settings(ParseSettings.htmlDefault).setTrackPosition(true));
        Element root = document.selectFirst("opml");
        if (root == null) {
            return null;
        }
        return root.select("outline").stream()
                .filter(outline -> !outline.attr("xmlurl").isBlank()
                        || outline.attr("type").equalsIgnoreCase("rss"))
                .limit(MOST_OUTLINES + 1L)
                .map(Opml::outline)
                .toList();
    }

    private static Outline outline(Element outline) {
        ObjectNode feed = JsonNodeFactory.instance.objectNode();
        put(feed, "url", outline.attr("xmlurl"));
        put(
                feed,
                "title",
                Stream.of("title", "text")
                        .map(outline::attr)
                        .filter(t -> !t.isBlank())
                        .findFirst()
                        .orElse(""));
        put(feed, "id", own(outline, "id"));
        put(feed, "organization", own(outline, "organization"));
        put(feed, "interval", own(outline, "interval"));
        if (!own(outline, "item").isBlank()) {
            String type = outline.attr("type").equals("json") ? "json" : "page";
            ObjectNode select = feed.put("type", type).putObject("select");
            SelectFields.KEYS.forEach(key -> put(select, key, own(outline, key.toLowerCase(Locale.ROOT))));
        }
        flag(feed, "fullText", own(outline, "fulltext"));
        flag(feed, "enabled", own(outline, "enabled"));
        Set<String> tags = tags(outline);
        if (!tags.isEmpty()) {
            tags.forEach(feed.putArray("tags")::add);
        }
        return new Outline(outline.sourceRange().start().lineNumber(), feed);
    }

    private static void put(ObjectNode feed, String name, String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ").strip();
        if (!line.isEmpty()) {
            feed.put(name, line);
        }
    }

    private static void flag(ObjectNode feed, String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            feed.put(name, value.equals("true"));
        }
    }

    private static String own(Element outline, String name) {
        return outline.attr(PREFIX + ":" + name);
    }

    /** The folders around it, and what it says of its categories; commas and slashes part these. */
    private static Set<String> tags(Element outline) {
        Set<String> tags = new LinkedHashSet<>();
        List<Element> folders = new ArrayList<>(outline.parents());
        folders.subList(Math.max(0, folders.size() - DEEPEST), folders.size()).stream()
                .filter(parent -> parent.normalName().equals("outline"))
                .map(folder -> folder.attr(folder.attr("text").isBlank() ? "title" : "text"))
                .forEach(tags::add);
        tags.addAll(List.of(outline.attr("category").split("[,/]")));
        Set<String> usable = new LinkedHashSet<>();
        for (String tag : tags) {
            String line = tag.replaceAll("[\\p{Cntrl}\\s,/]+", " ").strip();
            if (!line.isEmpty() && usable.size() < FeedFields.MOST_TAGS) {
                usable.add(line.length() <= FeedFields.LONGEST_TAG ? line : line.substring(0, FeedFields.LONGEST_TAG));
            }
        }
        return usable;
    }

    /** The document that names these feeds. */
    static String write(List<FeedDefinition> feeds) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace(PREFIX, NAMESPACE);
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of Labwire");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (FeedDefinition feed : feeds) {
                xml.writeCharacters("\n  ");
                write(xml, feed);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            return text + "\n";
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(XMLStreamWriter xml, FeedDefinition feed) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", feed.selectors() == null ? "rss" : feed.type());
        xml.writeAttribute("text", feed.title());
        xml.writeAttribute("title", feed.title());
        xml.writeAttribute("xmlUrl", SecretUrl.redacted(feed.url()));
        if (!feed.tags().isEmpty()) {
            xml.writeAttribute("category", String.join(",", feed.tags()));
        }
        own(xml, "id", feed.slug());
        own(xml, "organization", feed.organization());
        own(xml, "interval", feed.interval() == null ? null : feed.interval().toString());
        own(xml, "fullText", feed.fullText() == null ? null : feed.fullText().toString());
        own(xml, "enabled", feed.enabled() ? null : "false");
        if (feed.selectors() != null) {
            JsonNode select = feed.toJson().path("select");
            for (String key : SelectFields.KEYS) {
                own(xml, key, select.hasNonNull(key) ? select.get(key).asText() : null);
            }
        }
    }

    private static void own(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(PREFIX, NAMESPACE, name, value);
        }
    }
}
