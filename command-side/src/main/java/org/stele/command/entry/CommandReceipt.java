package org.stele.command.entry;

import java.util.UUID;
import org.stele.events.FilingId;

/**
 * The receipt for a command: where and when the ledger recorded it. The same command, asked again, has the same
 * receipt.
 *
 * @param position of the (first) event in the ledger, from 1
 * @param leafHash the SHA-256 that the event's leaf has in the ledger's tree, as 64 hexadecimal digits
 * @param recordedAt in UTC, with microseconds, as events have it
 * @param id what was put on record or acted on: what later commands name
 */
public record CommandReceipt(long position, UUID eventId, String leafHash, String recordedAt, FilingId id) {}
