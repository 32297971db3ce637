package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.stele.events.seal.SubjectTag;

/**
 * The key of one subject, as a store keeps it.
 *
 * @param id random; boxes name it where only a holder of the store reads it
 * @param tag of the subject
 * @param wrapped the key under the master key, bound to id and tag
 */
record KeyRecord(UUID id, SubjectTag tag, byte[] wrapped) {

    private static final String FORM = "stele subject key 1";
    private static final int LINES = 4;

    /** What the key is wrapped for: it cannot be put in another's place. */
    byte[] context() {
        return context(id, tag);
    }

    static byte[] context(UUID id, SubjectTag tag) {
        byte[] of = tag.bytes();
        return ByteBuffer.allocate(2 * Long.BYTES + of.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(of)
                .array();
    }

    /** The same key, wrapped otherwise. */
    KeyRecord wrappedAs(byte[] other) {
        return new KeyRecord(id, tag, other);
    }

    byte[] encode() {
        return String.join(
                        "\n",
                        FORM,
                        id.toString(),
                        HexFormat.of().formatHex(tag.bytes()),
                        Base64.getEncoder().encodeToString(wrapped),
                        "")
                .getBytes(US_ASCII);
    }

    /** @throws IllegalArgumentException for bytes of another form */
    static KeyRecord decode(byte[] bytes) {
        String[] lines = new String(bytes, US_ASCII).split("\n", -1);
        if (lines.length != LINES + 1 || !lines[0].equals(FORM)) {
            throw new IllegalArgumentException("it is not of the form \"" + FORM + "\"");
        }
        return new KeyRecord(
                UUID.fromString(lines[1]),
                SubjectTag.of(HexFormat.of().parseHex(lines[2])),
                Base64.getDecoder().decode(lines[3]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyRecord(UUID otherId, SubjectTag otherTag, byte[] otherWrapped)
                && id.equals(otherId)
                && tag.equals(otherTag)
                && Arrays.equals(wrapped, otherWrapped);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "KeyRecord[" + id + "]";
    }
}
