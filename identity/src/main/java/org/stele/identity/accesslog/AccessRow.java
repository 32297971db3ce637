package org.stele.identity.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;

/**
 * One row of the access log. Its hash is SHA-256 over the label {@code stele access log 1} and a line end, the hash of the row
 * before (32 bytes, of zeros before the first), and each field in order as its length in four bytes, highest first, and its UTF-8;
 * a field that is null has the length -1. Times are written as ISO 8601 in UTC, numbers in decimal.
 *
 * @param number from 1, without gaps
 * @param recordedAt by the database's clock, never before that of the row before
 */
public record AccessRow(long number, Instant recordedAt, AccessEntry entry, byte[] hash) {

    /** The hash before the first row. */
    static final byte[] NONE = new byte[32];

    private static final byte[] LABEL = "stele access log 1\n".getBytes(StandardCharsets.US_ASCII);

    /** The row that follows one with this hash. */
    static AccessRow after(byte[] previous, long number, Instant recordedAt, AccessEntry entry) {
        return new AccessRow(number, recordedAt, entry, hash(previous, number, recordedAt, entry));
    }

    /** Whether the row holds what its hash says, after one with this hash. */
    boolean follows(byte[] previous) {
        return Arrays.equals(hash, hash(previous, number, recordedAt, entry));
    }

    private static byte[] hash(byte[] previous, long number, Instant recordedAt, AccessEntry entry) {
        MessageDigest digest = Sha256Digest.newDigest();
        digest.update(LABEL);
        digest.update(previous);
        field(digest, Long.toString(number));
        field(digest, recordedAt.toString());
        field(digest, entry.occurredAt().toString());
        field(digest, entry.what().id());
        field(digest, entry.outcome());
        field(digest, entry.staffId());
        field(digest, entry.role());
        field(digest, entry.memberState());
        field(digest, entry.address());
        field(digest, entry.detail());
        return digest.digest();
    }

    private static void field(MessageDigest digest, @Nullable String text) {
        if (text == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessRow row && number == row.number && Arrays.equals(hash, row.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
