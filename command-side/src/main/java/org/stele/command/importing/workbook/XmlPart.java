package org.stele.command.importing.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One part of a workbook, read from element to element. No token is longer than a limit, and it has no document type. */
final class XmlPart implements AutoCloseable {

    /** Of a tag, a text or a comment; the text of a cell has at most 32,767 characters in a spreadsheet. */
    static final int MAX_TOKEN_BYTES = 1 << 20;

    /** Of the attributes that are read; the longest are formats of numbers, with 255 at most. */
    private static final int MAX_ATTRIBUTE_CHARACTERS = 1_000;

    private static final int BYTES_AT_ONCE = 1 << 13;

    private final String name;
    private final Bounded bytes;
    private final XMLStreamReader xml;

    private XmlPart(String name, Bounded bytes, XMLStreamReader xml) {
        this.name = name;
        this.bytes = bytes;
        this.xml = xml;
    }

    static XmlPart open(String name, InputStream part, IntConsumer read) throws IOException {
        Bounded bytes = new Bounded(part, read);
        try {
            return new XmlPart(name, bytes, factory().createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            part.close();
            throw broken(name, e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // There are no entities but those of XML itself, which a long sheet has many of.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        return factory;
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                bytes.sinceToken = 0;
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new UnreadableWorkbook(
                            "The part %s has a document type, which no workbook has.".formatted(name));
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(name, e);
        }
    }

    /**
     * Adds the text up to the next start or end of an element, and goes there.
     *
     * @return the number of characters
     */
    int appendText(StringBuilder text) {
        int before = text.length();
        try {
            bytes.sinceToken = 0;
            int event = xml.next();
            while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                if (event == XMLStreamConstants.CHARACTERS
                        || event == XMLStreamConstants.CDATA
                        || event == XMLStreamConstants.SPACE) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
                if (text.length() - before > MAX_TOKEN_BYTES) {
                    throw tooLong(name);
                }
                bytes.sinceToken = 0;
                event = xml.next();
            }
        } catch (XMLStreamException e) {
            throw broken(name, e);
        }
        return text.length() - before;
    }

    boolean isStart() {
        return xml.isStartElement();
    }

    boolean isStart(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean isEnd(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    String element() {
        return xml.getLocalName();
    }

    /** The value of the attribute that has no namespace; null where there is none. */
    @Nullable
    String attribute(String attribute) {
        return bounded(xml.getAttributeValue("", attribute));
    }

    private @Nullable String bounded(@Nullable String value) {
        if (value != null && value.length() > MAX_ATTRIBUTE_CHARACTERS) {
            throw tooLong(name);
        }
        return value;
    }

    /** The value of the attribute with this name in any namespace but none; null where there is none. */
    @Nullable
    String qualified(String attribute) {
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            String namespace = xml.getAttributeNamespace(index);
            if (namespace != null
                    && !namespace.isEmpty()
                    && xml.getAttributeLocalName(index).equals(attribute)) {
                return bounded(xml.getAttributeValue(index));
            }
        }
        return null;
    }

    /** A number that an attribute states. */
    int number(String attribute, int least, int most) {
        String stated = attribute(attribute);
        try {
            int value = Integer.parseInt(String.valueOf(stated));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException _) {
            // It is named below.
        }
        throw new UnreadableWorkbook("The part %s is damaged: expected %s from %s to %s in an element %s."
                .formatted(name, attribute, least, most, element()));
    }

    private static UnreadableWorkbook broken(String name, XMLStreamException cause) {
        return new UnreadableWorkbook("The part %s of the workbook is damaged.".formatted(name), cause);
    }

    private static UnreadableWorkbook tooLong(String name) {
        return new UnreadableWorkbook(
                "The part %s of the workbook has a text or a tag that is too long.".formatted(name));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** The bytes of the part, counted for the workbook and since the last token. */
    private static final class Bounded extends FilterInputStream {

        private final IntConsumer read;
        private int sinceToken;

        Bounded(InputStream part, IntConsumer read) {
            super(part);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, Math.min(length, BYTES_AT_ONCE));
            if (count > 0) {
                read.accept(count);
                sinceToken += count;
                if (sinceToken > MAX_TOKEN_BYTES + 2 * BYTES_AT_ONCE) {
                    throw new UnreadableWorkbook("The workbook has a text or a tag that is too long.");
                }
            }
            return count;
        }
    }
}
