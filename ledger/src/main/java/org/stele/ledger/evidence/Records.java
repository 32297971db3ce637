package org.stele.ledger.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.stele.ledger.Commitment;
import org.stele.ledger.Leaf;

/**
 * A Records encodes the disclosures of some events as a member {@code openings/N}: position, kind, and the kind's
 * fields.
 */
final class Records {

    /** A member is closed when it has reached this size. */
    static final int FULL_BYTES = 1 << 20;

    /** The longest body, which is also the most that a member can have beyond {@link #FULL_BYTES}. */
    static final int MAX_BODY_BYTES = 1 << 20;

    private static final byte OPENED = 0;
    private static final byte WITHHELD = 1;
    private static final byte REDACTED = 2;

    /** A Positioned is a disclosure and the position of its event. */
    record Positioned(long position, Disclosure disclosure) {}

    private Records() {}

    static void append(ByteArrayOutputStream out, long position, Disclosure disclosure) {
        ByteBuffer head = ByteBuffer.allocate(9).putLong(position);
        if (disclosure instanceof Disclosure.Opened opened) {
            if (opened.body().length > MAX_BODY_BYTES || opened.salt().length != Commitment.SALT_BYTES) {
                throw new IllegalArgumentException("An opening has a salt of 16 bytes and a body of at most 1 MiB");
            }
            out.writeBytes(head.put(OPENED).array());
            out.writeBytes(opened.salt());
            out.writeBytes(ByteBuffer.allocate(4).putInt(opened.body().length).array());
            out.writeBytes(opened.body());
        } else if (disclosure instanceof Disclosure.Redacted redacted) {
            out.writeBytes(head.put(REDACTED).array());
            out.writeBytes(ByteBuffer.allocate(8).putLong(redacted.byPosition()).array());
        } else {
            out.writeBytes(head.put(WITHHELD).array());
        }
    }

    static Queue<Positioned> parse(byte[] bytes) {
        Queue<Positioned> records = new ArrayDeque<>();
        int at = 0;
        while (at < bytes.length) {
            if (at >= FULL_BYTES) {
                throw new IllegalArgumentException("A member of openings goes on beyond 1 MiB");
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes, at, bytes.length - at);
            require(rest, 9);
            long position = rest.getLong();
            if (position < 1 || position > Leaf.MAX_NUMBER) {
                throw new IllegalArgumentException("An opening is of no position: " + position);
            }
            records.add(new Positioned(position, disclosure(rest, bytes)));
            at = rest.position();
        }
        if (records.isEmpty()) {
            throw new IllegalArgumentException("A member of openings is empty");
        }
        return records;
    }

    private static Disclosure disclosure(ByteBuffer rest, byte[] bytes) {
        byte kind = rest.get();
        switch (kind) {
            case OPENED:
                require(rest, Commitment.SALT_BYTES + 4);
                int saltAt = rest.position();
                int length = rest.getInt(saltAt + Commitment.SALT_BYTES);
                int bodyAt = saltAt + Commitment.SALT_BYTES + 4;
                if (length < 0 || length > MAX_BODY_BYTES) {
                    throw new IllegalArgumentException(
                            "A body has at most 1 MiB, not " + Integer.toUnsignedLong(length));
                }
                rest.position(bodyAt);
                require(rest, length);
                rest.position(bodyAt + length);
                return new Disclosure.Opened(
                        Arrays.copyOfRange(bytes, saltAt, saltAt + Commitment.SALT_BYTES),
                        Arrays.copyOfRange(bytes, bodyAt, bodyAt + length));
            case WITHHELD:
                return new Disclosure.Withheld();
            case REDACTED:
                require(rest, 8);
                return new Disclosure.Redacted(rest.getLong());
            default:
                throw new IllegalArgumentException("An opening is of no known kind: " + kind);
        }
    }

    private static void require(ByteBuffer rest, int count) {
        if (rest.remaining() < count) {
            throw new IllegalArgumentException("A member of openings ends within a record");
        }
    }
}
