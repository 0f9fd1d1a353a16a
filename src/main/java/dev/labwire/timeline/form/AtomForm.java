package dev.labwire.timeline.form;

import dev.labwire.timeline.event.TimelineEvent;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Atom, RFC 4287. */
final class AtomForm extends XmlForm {

    private final FormHead head;

    AtomForm(FormHead head, OutputStream to) throws IOException {
        super(to);
        this.head = head;
        write(xml -> {
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "id", head.self().toString());
            text(xml, "title", FormHead.TITLE);
            text(xml, "subtitle", FormHead.ABOUT);
            text(xml, "updated", head.updated().toString());
            link(xml, "self", head.self().toString(), "application/atom+xml");
            link(xml, "alternate", head.home().toString(), "text/html");
            xml.writeStartElement("author");
            text(xml, "name", FormHead.TITLE);
            xml.writeEndElement();
            text(xml, "generator", "Labwire");
        });
    }

    private static void link(XMLStreamWriter xml, String relation, String address, String type)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", Texts.xml(address));
    }

    @Override
    public void event(TimelineEvent event) throws IOException {
        write(xml -> {
            xml.writeStartElement("entry");
            text(xml, "id", Texts.id(event));
            text(xml, "title", event.headline());
            text(xml, "updated", event.updatedAt().toString());
            text(xml, "published", Texts.published(event).toString());
            link(xml, "alternate", Texts.link(event, head.home()), "text/html");
            for (String tag : Texts.tags(event)) {
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", tag);
            }
            xml.writeStartElement("content");
            xml.writeAttribute("type", "html");
            xml.writeCharacters(Texts.xml(Texts.html(event)));
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }
}
