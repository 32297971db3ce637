package org.stele.command.screening.list;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.list.ListEntry;
import org.stele.events.screening.list.ListEntryKind;

/**
 * Reads a file of the UN Security Council Consolidated List, entry by entry. Nothing outside the file is fetched, and
 * nothing in it expands: a document type is refused, and so is any reference to an entity but XML's own five.
 */
public final class ConsolidatedListReader {

    /** The real list has 2 MB. */
    public static final int MAX_BYTES = 16 << 20;

    /** The real list has a thousand; an event holds all of them. */
    static final int MAX_ENTRIES = 3_000;

    /** The real list has four levels below an entry's list. */
    static final int MAX_DEPTH = 12;

    /** Characters of a reference or of a list type. */
    static final int MAX_CODE = 30;

    private static final Pattern DATA_ID = Pattern.compile("\\d{1,12}");

    private final XMLStreamReader xml;
    private final List<ListEntry> entries = new ArrayList<>();
    private final StringBuilder written = new StringBuilder();

    private ConsolidatedListReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * The version that these bytes are.
     *
     * @throws UnreadableList where they are none
     */
    public static ConsolidatedList read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw tooLarge("at most %s bytes, got %s".formatted(MAX_BYTES, bytes.length));
        }
        ListText text = ListText.of(bytes);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text.characters()));
            try {
                return new ConsolidatedListReader(xml).read(text, Sha256Digest.of(bytes));
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableList(
                    UnreadableList.NOT_XML,
                    "Expected well-formed XML; it breaks at line %s, column %s. Get the file again."
                            .formatted(line(e), column(e)));
        }
    }

    /** The JDK's own, whatever else is on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private ConsolidatedList read(ListText text, Sha256Digest sha256) throws XMLStreamException {
        text.requireDeclared(xml.getCharacterEncodingScheme());
        while (!xml.isStartElement()) {
            next();
        }
        if (!xml.getLocalName().equals("CONSOLIDATED_LIST")) {
            throw unknown("Expected the element CONSOLIDATED_LIST at the root.");
        }
        String dateGenerated = xml.getAttributeValue(null, "dateGenerated");
        if (dateGenerated != null && dateGenerated.length() > MAX_CODE * 2) {
            throw tooLarge("a dateGenerated of at most %s characters".formatted(MAX_CODE * 2));
        }
        while (nextChild()) {
            section(kind(xml.getLocalName()));
        }
        while (xml.hasNext()) {
            next();
        }
        if (entries.isEmpty()) {
            throw unknown("The list has no entry.");
        }
        return new ConsolidatedList(sha256, blankToNull(dateGenerated), entries.size(), entries);
    }

    private static ListEntryKind kind(String section) {
        return switch (section) {
            case "INDIVIDUALS" -> ListEntryKind.INDIVIDUAL;
            case "ENTITIES" -> ListEntryKind.ENTITY;
            default -> throw unknown("Expected INDIVIDUALS and ENTITIES in the list, got another element.");
        };
    }

    private void section(ListEntryKind kind) throws XMLStreamException {
        while (nextChild()) {
            if (!xml.getLocalName().equals(kind.name())) {
                throw unknown("Expected only %s elements in their section.".formatted(kind));
            }
            if (entries.size() == MAX_ENTRIES) {
                throw tooLarge("at most %s entries".formatted(MAX_ENTRIES));
            }
            written.setLength(0);
            entries.add(entry(kind, element(1)));
        }
    }

    private ListEntry entry(ListEntryKind kind, Element element) {
        String reference = element.childText("REFERENCE_NUMBER");
        String listType = element.childText("UN_LIST_TYPE");
        String dataId = element.childText("DATAID");
        if (reference.length() > MAX_CODE || listType.length() > MAX_CODE) {
            throw tooLarge("references and list types of at most %s characters".formatted(MAX_CODE));
        }
        if (!DATA_ID.matcher(dataId).matches()) {
            throw unknown("Entry %s has no DATAID in digits.".formatted(entries.size() + 1));
        }
        return new ListEntry(
                reference,
                Long.parseLong(dataId),
                kind,
                listType,
                Sha256Digest.of(element.canonical().getBytes(StandardCharsets.UTF_8)),
                Sha256Digest.of(written.toString().getBytes(StandardCharsets.UTF_8))
                        .abbreviated(16));
    }

    /** Moves to the next child of the element that the reader is in; false at the end of that element. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** The element that begins here, read to its end. Elements and texts are written down as they come. */
    private Element element(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw tooLarge("at most %s levels in an entry".formatted(MAX_DEPTH));
        }
        String name = xml.getLocalName();
        begin(name);
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(xml.getText());
                    written.append(Element.escaped(xml.getText()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    written.append("</").append(name).append('>');
                    return new Element(name, children, text.toString());
                }
                default -> {}
            }
        }
    }

    private void begin(String name) {
        written.append('<').append(name);
        for (int index = 0; index < xml.getAttributeCount(); index++) {
            written.append(' ').append(xml.getAttributeLocalName(index)).append("=\"");
            written.append(Element.escaped(xml.getAttributeValue(index)).replace("\"", "&quot;"))
                    .append('"');
        }
        written.append('>');
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadableList(
                    UnreadableList.DOCTYPE,
                    "The file has a document type, which the Consolidated List has not. Get the file again.");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableList(
                    UnreadableList.NOT_XML, "The file refers to an entity that is not declared. Get the file again.");
        }
        return event;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static int line(XMLStreamException failure) {
        return failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
    }

    private static int column(XMLStreamException failure) {
        return failure.getLocation() == null ? 0 : failure.getLocation().getColumnNumber();
    }

    private static UnreadableList unknown(String message) {
        return new UnreadableList(UnreadableList.STRUCTURE, message);
    }

    private static UnreadableList tooLarge(String expected) {
        return new UnreadableList(UnreadableList.LIMIT, "Expected %s.".formatted(expected));
    }
}
