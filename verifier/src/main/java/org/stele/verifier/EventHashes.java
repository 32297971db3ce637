package org.stele.verifier;

import java.nio.ByteBuffer;
import org.stele.ledger.Hash;

/** The positions and leaf hashes of a State's events, packed: 40 bytes each. */
final class EventHashes {

    private static final int RECORD_BYTES = 8 + Hash.SIZE_BYTES;

    private ByteBuffer records = ByteBuffer.allocate(RECORD_BYTES * 256);

    void add(long position, Hash leafHash) {
        if (!records.hasRemaining()) {
            ByteBuffer larger = ByteBuffer.allocate(records.capacity() / RECORD_BYTES * 3 / 2 * RECORD_BYTES);
            records = larger.put(records.flip());
        }
        records.putLong(position).put(leafHash.bytes());
    }

    long count() {
        return records.position() / RECORD_BYTES;
    }

    long position(long index) {
        return records.getLong(Math.toIntExact(index * RECORD_BYTES));
    }

    Hash hash(long index) {
        return Hash.at(records.array(), Math.toIntExact(index * RECORD_BYTES + 8));
    }
}
