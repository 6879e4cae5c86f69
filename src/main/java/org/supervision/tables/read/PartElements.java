package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** The elements of one part of an office file, one after the other; names count without their prefixes. */
final class PartElements implements AutoCloseable {

    /** Real documents are not nested so deep. */
    private static final int DEEPEST = 500;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream stream;
    private final XMLStreamReader reader;
    private int event = XMLStreamConstants.START_DOCUMENT;
    private int depth;

    PartElements(InputStream stream) throws IOException {
        this.stream = stream;
        try {
            reader = FACTORY.createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes on to the next beginning or end of an element, or text; false at the end of the part. */
    boolean next() throws IOException {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            event = reader.next();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new DocumentRefusedException(Reason.TOO_MANY_CELLS);
        }
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        return true;
    }

    boolean isBeginning() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    /** Of the element that begins or ends. */
    String name() {
        return reader.getLocalName();
    }

    boolean begins(String name) {
        return isBeginning() && name().equals(name);
    }

    boolean ends(String name) {
        return isEnd() && name().equals(name);
    }

    /** Of the element that begins. */
    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** Whether the element that begins has the attribute and it says yes. */
    boolean says(String name) {
        String value = attribute(name);
        return value != null && (value.equals("1") || value.equals("true"));
    }

    /** How many elements are open, the one that begins here included. */
    int depth() {
        return depth;
    }

    /** Adds the text of the element that begins here, and goes on to its end. */
    void appendTextTo(StringBuilder text) throws IOException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    /** Goes on to the end of the element that begins here. */
    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // what is inside does not count
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
