package org.stele.events.custody;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * An hour of the access log was closed: whoever changes, deletes or inserts a row of it afterwards is found. Hours without rows
 * have no digest. The log itself is no part of the ledger.
 *
 * @param hour its beginning, by the time of recording of the rows
 * @param firstRow number of its first row, which follows the last one of the hour before
 * @param lastRow number of its last row
 * @param rowsSha256 over the hashes of its rows, in their order
 * @param lastRowSha256 the hash of its last row, which covers all rows before it
 */
@Event(namespace = "custody", name = "AccessLogDigested", version = "1")
public record AccessLogDigested(
        @EventTag(key = Tags.CUSTODY) CustodyMatter matter,
        Instant hour,
        long firstRow,
        long lastRow,
        Sha256Digest rowsSha256,
        Sha256Digest lastRowSha256)
        implements CustodyEvent {}
