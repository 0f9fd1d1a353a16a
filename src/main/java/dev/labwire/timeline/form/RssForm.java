package dev.labwire.timeline.form;

import dev.labwire.timeline.event.TimelineEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** RSS 2.0, with the address of the feed itself as the RSS Advisory Board's profile asks. */
final class RssForm extends XmlForm {

    private final FormHead head;

    RssForm(FormHead head, OutputStream to) throws IOException {
        super(to);
        this.head = head;
        write(xml -> {
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeStartElement("channel");
            text(xml, "title", FormHead.TITLE);
            text(xml, "link", head.home().toString());
            text(xml, "description", FormHead.ABOUT);
            text(xml, "language", "en");
            text(xml, "lastBuildDate", date(head.updated()));
            text(xml, "generator", "Labwire");
            xml.writeEmptyElement("atom", "link", ATOM);
            xml.writeAttribute("href", head.self().toString());
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("type", "application/rss+xml");
        });
    }

    @Override
    public void event(TimelineEvent event) throws IOException {
        write(xml -> {
            xml.writeStartElement("item");
            text(xml, "title", event.headline());
            text(xml, "link", Texts.link(event, head.home()));
            text(xml, "description", Texts.html(event));
            for (String tag : Texts.tags(event)) {
                text(xml, "category", tag);
            }
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters(Texts.id(event));
            xml.writeEndElement();
            text(xml, "pubDate", date(Texts.published(event)));
            xml.writeEndElement();
        });
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
