package org.stele.eventstore.event;

import java.time.Instant;
import java.util.UUID;
import org.stele.ledger.Hash;

/**
 * An AppendReceipt says where and when the events of one command were recorded.
 *
 * @param position of the first event
 * @param eventId of the first event
 * @param leafHash of the first event
 */
public record AppendReceipt(
        long position, UUID eventId, Hash leafHash, Instant recordedAt, int eventCount, Hash requestSha256) {}
