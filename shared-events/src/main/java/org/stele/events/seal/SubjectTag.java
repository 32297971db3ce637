package org.stele.events.seal;

import java.nio.ByteBuffer;

/**
 * What a reference to a subject is compared by: HMAC-SHA256 (RFC 2104) of it, under a key outside the ledger. The same subject has
 * the same tag in filings of all States, and nobody without the key finds the reference from it or makes it.
 */
public record SubjectTag(long first, long second, long third, long fourth) {

    /** Of a tag's 32 bytes. */
    public static SubjectTag of(byte[] mac) {
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        return new SubjectTag(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Its 32 bytes, for the store of the keys alone. */
    public byte[] bytes() {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** Tells nothing: a tag is for no log and no answer. */
    @Override
    public String toString() {
        return "SubjectTag";
    }
}
