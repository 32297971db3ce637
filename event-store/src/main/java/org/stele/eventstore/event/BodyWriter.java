package org.stele.eventstore.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Collection;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** A BodyWriter writes the bytes of one body from left to right, into an array of exactly their size. */
final class BodyWriter {

    private static final byte[] METADATA = ascii("{\"metadata\":{");
    private static final byte[] PAYLOAD = ascii("},\"payload\":");
    private static final byte[] TAGS = ascii(",\"tags\":[");
    private static final byte[] TYPE = ascii("],\"type\":");
    private static final byte[] TYPE_VERSION = ascii(",\"typeVersion\":");
    private static final int FIXED_BYTES =
            METADATA.length + PAYLOAD.length + TAGS.length + TYPE.length + TYPE_VERSION.length + 1;
    private static final int QUOTES = 2;

    private final byte[] bytes;
    private int at;

    private BodyWriter(int size) {
        this.bytes = new byte[size];
    }

    static byte[] encode(Body body) {
        BodyWriter out = new BodyWriter(size(body));
        out.write(body);
        return out.bytes;
    }

    private static int size(Body body) {
        int size = FIXED_BYTES + body.payload().length;
        for (Map.Entry<String, String> entry : body.metadata().entrySet()) {
            size = Math.addExact(size, 1 + size(entry.getKey()) + size(entry.getValue()));
        }
        for (String tag : body.tags()) {
            size = Math.addExact(size, size(tag));
        }
        // A comma between every two of them.
        return size
                + Math.max(0, body.metadata().size() - 1)
                + Math.max(0, body.tags().size() - 1)
                + size(body.type())
                + size(body.typeVersion());
    }

    private static int size(String text) {
        return QUOTES + (isPlain(text) ? text.length() : escaped(text).length);
    }

    /** Whether each character is one byte, as it is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static byte[] escaped(String text) {
        return JsonStringEncoder.getInstance().quoteAsUTF8(text);
    }

    private void write(Body body) {
        put(METADATA);
        boolean follows = false;
        for (Map.Entry<String, String> entry : body.metadata().entrySet()) {
            comma(follows);
            string(entry.getKey());
            bytes[at++] = ':';
            string(entry.getValue());
            follows = true;
        }
        put(PAYLOAD);
        put(body.payload());
        put(TAGS);
        strings(body.tags());
        put(TYPE);
        string(body.type());
        put(TYPE_VERSION);
        string(body.typeVersion());
        bytes[at++] = '}';
        if (at != bytes.length) {
            throw new IllegalStateException("A body of " + bytes.length + " bytes has " + at);
        }
    }

    private void strings(Collection<String> values) {
        boolean follows = false;
        for (String value : values) {
            comma(follows);
            string(value);
            follows = true;
        }
    }

    private void comma(boolean follows) {
        if (follows) {
            bytes[at++] = ',';
        }
    }

    private void string(String text) {
        bytes[at++] = '"';
        if (isPlain(text)) {
            for (int i = 0; i < text.length(); i++) {
                bytes[at++] = (byte) text.charAt(i);
            }
        } else {
            put(escaped(text));
        }
        bytes[at++] = '"';
    }

    private void put(byte[] part) {
        System.arraycopy(part, 0, bytes, at, part.length);
        at += part.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
