package dev.labwire.timeline.form;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What both feed formats in XML share: elements with text that XML allows. */
abstract class XmlForm implements EventForm {

    static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    XmlForm(OutputStream to) throws IOException {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(to, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    /** Something written to the XML. */
    interface Written {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    final void write(Written written) throws IOException {
        try {
            written.to(xml);
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(Texts.xml(text));
        xml.writeEndElement();
    }

    @Override
    public final void end() throws IOException {
        write(writer -> {
            writer.writeEndDocument();
            writer.flush();
        });
    }
}
