package org.stele.events.seal;

import java.nio.ByteBuffer;

/**
 * What a reference to a subject is compared by: HMAC-SHA256 (RFC 2104) of it, under a key outside the ledger. The same subject has
 * the same tag in filings of all States, and nobody without the key finds the reference from it or makes it.
 */
public record SubjectTag(long first, long second, long third, long fourth) {

    static SubjectTag of(byte[] mac) {
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        return new SubjectTag(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Tells nothing: a tag is for no log and no answer. */
    @Override
    public String toString() {
        return "SubjectTag";
    }
}
