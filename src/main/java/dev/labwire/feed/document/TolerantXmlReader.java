package dev.labwire.feed.document;

import dev.labwire.text.Timestamps;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0 and CDF, also where they are not well-formed. Knows no entities but HTML's
 * own.
 */
final class TolerantXmlReader {

    private static final List<String> CHANNELS = List.of("channel", "feed");
    private static final List<String> ITEMS = List.of("item", "entry");

    private final ElementNames names;
    private final URI base;
    private final XmlFields channel;
    private final FeedInfo about;

    private TolerantXmlReader(Document document, URI base) {
        this.names = new ElementNames(document);
        Element head = names.within(document, CHANNELS).stream().findFirst().orElse(document);
        this.channel = new XmlFields(head, names, base);
        this.about = new XmlFeedInfo(channel).read();
        this.base = about.base(base);
    }

    static Reading read(String text, URI base, Reading refusal) {
        Reading.Entries reading = entries(text, base);
        return reading.entries().isEmpty() && !hasChannel(reading) ? refusal : reading;
    }

    private static boolean hasChannel(Reading.Entries reading) {
        return reading.about().title() != null
                || reading.about().link() != null
                || reading.about().description() != null;
    }

    static Reading.Entries entries(String text, URI base) {
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault);
        Document document = Jsoup.parse(text, "", parser);
        document.outputSettings().prettyPrint(false);
        TolerantXmlReader reader = new TolerantXmlReader(document, base);
        return new Reading.Entries(
                reader.about,
                reader.names.within(document, ITEMS).stream()
                        .limit(Reading.MOST_ENTRIES)
                        .map(reader::entry)
                        .toList());
    }

    private Entry entry(Element element) {
        XmlFields item = new XmlFields(element, names, base);
        EntryDraft draft = new EntryDraft();
        draft.link = item.link();
        draft.guid = guid(item, draft.link);
        draft.title = item.line("title", "dc:title", "media:title", "itunes:title");
        draft.summary = item.html("description", "summary", "abstract", "dc:description");
        draft.content = item.html("content:encoded", "content", "xhtml:body", "body", "fullitem", "encoded");
        if (draft.summary == null && draft.content == null) {
            draft.summary = item.html("itunes:summary", "media:description", "itunes:subtitle");
        }
        draft.author = Optional.ofNullable(item.people("author", "dc:creator", "dc:author", "itunes:author", "creator"))
                .orElse(about.author());
        draft.language = Stream.of(item.text("dc:language", "language"), language(element), about.language())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        draft.publishedAt = item.date("pubdate", "published", "issued", "dc:date", "dcterms:issued", "date");
        draft.updatedAt = item.date("updated", "modified", "dcterms:modified", "lastmod");
        if (draft.publishedAt == null && draft.updatedAt == null) {
            draft.publishedAt = item.date("created", "dcterms:created", "dc:date.created");
        }
        if (draft.updatedAt == null) {
            draft.updatedAt = Timestamps.parse(element.attr("lastmod")).orElse(null);
        }
        draft.comments = item.comments();
        draft.categories.addAll(item.categories());
        if (draft.categories.isEmpty()) {
            draft.categories.addAll(about.categories());
        }
        draft.enclosures.addAll(item.enclosures());
        if (draft.link == null) {
            draft.link = draft.enclosures.stream().findFirst().orElse(null);
        }
        return draft.entry();
    }

    private @Nullable String guid(XmlFields item, @Nullable String link) {
        String given = item.text("guid", "id");
        if (given != null) {
            return given;
        }
        String about = item.element().attr("rdf:about").strip();
        return about.isEmpty() || about.equals(link) ? null : about;
    }

    private static @Nullable String language(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String language = at.attr("xml:lang").strip();
            if (!language.isEmpty()) {
                return language;
            }
        }
        return null;
    }
}
