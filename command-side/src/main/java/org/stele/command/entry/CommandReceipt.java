package org.stele.command.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.stele.events.FilingId;

/**
 * The ledger's receipt for a command: where and when it was recorded. A repeated command gets the same receipt.
 *
 * @param position of the (first) event in the ledger, from 1
 * @param leafHash the SHA-256 of the event's leaf in the ledger's tree, as 64 hexadecimal digits
 * @param recordedAt in UTC, with microseconds, as events have it
 * @param id of the record that was created or changed: later commands name it
 * @param warnings texts of the request that may hold personal data; absent where there are none
 */
public record CommandReceipt(
        long position,
        UUID eventId,
        String leafHash,
        String recordedAt,
        FilingId id,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TextWarning> warnings) {

    public CommandReceipt {
        warnings = List.copyOf(warnings);
    }

    /** One without warnings, as the ledger gives it. */
    public CommandReceipt(long position, UUID eventId, String leafHash, String recordedAt, FilingId id) {
        this(position, eventId, leafHash, recordedAt, id, List.of());
    }

    /** The same with what was found in the texts of the request. */
    public CommandReceipt with(List<TextWarning> found) {
        return new CommandReceipt(position, eventId, leafHash, recordedAt, id, found);
    }
}
