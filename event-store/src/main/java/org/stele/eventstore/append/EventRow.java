package org.stele.eventstore.append;

import java.time.Instant;
import org.stele.eventstore.event.AppendReceipt;
import org.stele.ledger.Hash;

/** An EventRow is an event with its place in the ledger, ready to be written. */
public record EventRow(EncodedEvent event, long position, Instant recordedAt, byte[] leaf, Hash leafHash) {

    AppendReceipt receipt(int eventCount, Hash requestSha256) {
        return new AppendReceipt(position, event.id(), leafHash, recordedAt, eventCount, requestSha256);
    }
}
