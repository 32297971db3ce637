package org.stele.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.stele.ledger.Hash;

/** A Row is an event with its place in the ledger, ready to be written. */
record Row(EncodedEvent event, long position, Instant recordedAt, byte[] leaf, Hash leafHash) {

    List<IndexRows.TagRow> tagRows() {
        return Arrays.stream(event.tagHashes())
                .mapToObj(tag -> new IndexRows.TagRow(tag, position, event.type()))
                .toList();
    }

    Receipt receipt(int eventCount, Hash requestSha256) {
        return new Receipt(position, event.id(), leafHash, recordedAt, eventCount, requestSha256);
    }
}
