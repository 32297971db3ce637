package org.stele.command.screening.recordscreeningresult;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.command.screening.listversions.ListedEntries;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;

/**
 * A State records what a screener answered about one subject.
 *
 * @param filing the screening that was requested; else the one that the command creates
 * @param listVersion digest of the version that was searched; null where nobody stated it
 * @param searched the entries of that version; null where it is not stated or not on record
 * @param current the entries of the version that stands, to name entries by their reference; null before the first
 * @param found all candidates that the screener returned, hits or not
 * @param failure short name of why there is no answer; null where there is one
 */
@Command(namespace = "screening", name = "RecordScreeningResult")
public record RecordScreeningResult(
        CommandContext entry,
        @TargetEntityId FilingId filing,
        ScreenedSubject subject,
        Screener screener,
        @Nullable Sha256Digest listVersion,
        @Nullable ListedEntries searched,
        @Nullable ListedEntries current,
        ScreenerSettings settings,
        List<FoundCandidate> found,
        @Nullable String failure)
        implements LedgerCommand {

    public RecordScreeningResult {
        found = List.copyOf(found);
    }

    /** Whether the screening was requested, or failed, before. */
    boolean isRequested() {
        return !filing.equals(entry.created());
    }
}
