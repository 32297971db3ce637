package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;

/**
 * An event of a State that its file does without, at every size of the ledger: its body was removed by order, or it rests on one
 * whose body was.
 *
 * @param id of the redaction of the position
 * @param redactedBy the position of the event that orders the removal; null for an event that only rests on a removed one
 */
public record OmittedEntry(
        FilingId id, long position, @Nullable Long redactedBy, LocalDate recordedOn) implements UnchangingRecord {}
