package org.stele.eventstore.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A Body is the content of one event: its type, payload, tags and metadata. The leaf commits to its bytes, which are
 * never written again in another form.
 *
 * @param payload the exact bytes of one JSON value
 * @param tags as {@code key=value}, sorted
 */
public record Body(
        SortedMap<String, String> metadata, byte[] payload, List<String> tags, String type, String typeVersion) {

    /** A larger body is refused. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Body {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        tags = tags.stream().sorted().distinct().toList();
    }

    /** The bytes to store: members in this order, no white space except within the payload. */
    public byte[] encode() {
        return requireSize(BodyWriter.encode(this));
    }

    private static byte[] requireSize(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A body of " + bytes.length + " bytes is above the limit of " + MAX_BYTES);
        }
        return bytes;
    }

    /**
     * Refuses a payload that could not be read back unchanged from a body: it must be one JSON value and begin with it.
     */
    public static void requireJson(byte[] payload) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), payload)) {
            boolean begins =
                    parser.nextToken() != null && parser.currentTokenLocation().getByteOffset() == 0;
            parser.skipChildren();
            if (!begins || parser.nextToken() != null) {
                throw new IllegalArgumentException("A payload is one JSON value with nothing before or after it");
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The payload is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The body that these bytes are; bytes that {@link #encode} would not have written are refused. */
    public static Body parse(byte[] bytes) {
        requireSize(bytes);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            expect(parser.nextToken(), JsonToken.START_OBJECT);
            SortedMap<String, String> metadata = metadata(parser);
            expectName(parser, "payload");
            parser.nextToken();
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            expectName(parser, "tags");
            int to = (int) parser.currentTokenLocation().getByteOffset() - 1;
            List<String> tags = tags(parser);
            Body body = new Body(
                    metadata,
                    Arrays.copyOfRange(bytes, from, to),
                    tags,
                    text(parser, "type"),
                    text(parser, "typeVersion"));
            expect(parser.nextToken(), JsonToken.END_OBJECT);
            if (parser.nextToken() != null || !Arrays.equals(body.encode(), bytes)) {
                throw new IllegalArgumentException("The body is not in the form in which bodies are stored");
            }
            return body;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The body is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static SortedMap<String, String> metadata(JsonParser parser) {
        expectName(parser, "metadata");
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        SortedMap<String, String> metadata = new TreeMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            expect(parser.nextToken(), JsonToken.VALUE_STRING);
            metadata.put(name, parser.getString());
        }
        expect(parser.currentToken(), JsonToken.END_OBJECT);
        return metadata;
    }

    private static List<String> tags(JsonParser parser) {
        expect(parser.nextToken(), JsonToken.START_ARRAY);
        List<String> tags = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            tags.add(parser.getString());
        }
        expect(parser.currentToken(), JsonToken.END_ARRAY);
        return tags;
    }

    private static String text(JsonParser parser, String name) {
        expectName(parser, name);
        expect(parser.nextToken(), JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private static void expectName(JsonParser parser, String name) {
        String actual = parser.nextName();
        if (!name.equals(actual)) {
            throw new IllegalArgumentException("The body has " + actual + " where " + name + " belongs");
        }
    }

    private static void expect(@Nullable JsonToken actual, JsonToken expected) {
        if (actual != expected) {
            throw new IllegalArgumentException("The body has " + actual + " where " + expected + " belongs");
        }
    }
}
