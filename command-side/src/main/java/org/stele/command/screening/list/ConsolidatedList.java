package org.stele.command.screening.list;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.list.ListEntry;

/**
 * One version of the Consolidated List, as it was read from its file or from what is on record about it.
 *
 * @param sha256 of the bytes
 * @param dateGenerated as it is written in the file; null where it is not
 * @param entriesCount how many entries the file has
 * @param entries in the order of the file; empty where an older build recorded the version without them
 */
public record ConsolidatedList(
        Sha256Digest sha256, @Nullable String dateGenerated, int entriesCount, List<ListEntry> entries) {

    public ConsolidatedList {
        entries = List.copyOf(entries);
    }

    /** When the file was made; null where it does not say so, or in another form than ISO 8601 with a zone. */
    @Nullable
    Instant generatedAt() {
        if (dateGenerated == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(dateGenerated).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
