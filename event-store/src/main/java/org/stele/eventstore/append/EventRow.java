package org.stele.eventstore.append;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.eventstore.event.IndexRows;
import org.stele.ledger.Hash;

/** An EventRow is an event with its place in the ledger, ready to be written. */
public record EventRow(EncodedEvent event, long position, Instant recordedAt, byte[] leaf, Hash leafHash) {

    public List<IndexRows.TagRow> tagRows() {
        return Arrays.stream(event.tagHashes())
                .mapToObj(tag -> new IndexRows.TagRow(tag, position, event.type()))
                .toList();
    }

    AppendReceipt receipt(int eventCount, Hash requestSha256) {
        return new AppendReceipt(position, event.id(), leafHash, recordedAt, eventCount, requestSha256);
    }
}
