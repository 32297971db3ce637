package org.stele.command.screening.list;

/** Bytes that are no Consolidated List which can be read. The code is public and permanent. */
public final class UnreadableList extends RuntimeException {

    /** Not well-formed XML. */
    static final String NOT_XML = "list-not-xml";
    /** The real list has no document type, and one could make a parser fetch or expand something. */
    static final String DOCTYPE = "list-with-doctype";
    /** The bytes are not of the encoding that the file declares, or of none that is read. */
    static final String ENCODING = "list-encoding-invalid";
    /** Well-formed, but not in the list's structure. */
    static final String STRUCTURE = "list-structure-unknown";
    /** More, deeper or longer than any list that the Council published by far. */
    static final String LIMIT = "list-too-large";

    private final String code;

    UnreadableList(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
