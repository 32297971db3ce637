package org.stele.command.entry;

import java.util.UUID;
import org.stele.events.FilingId;

/**
 * The ledger's receipt for a command: where and when it was recorded. A repeated command gets the same receipt.
 *
 * @param position of the (first) event in the ledger, from 1
 * @param leafHash the SHA-256 of the event's leaf in the ledger's tree, as 64 hexadecimal digits
 * @param recordedAt in UTC, with microseconds, as events have it
 * @param id of the record that was created or changed: later commands name it
 */
public record CommandReceipt(long position, UUID eventId, String leafHash, String recordedAt, FilingId id) {}
