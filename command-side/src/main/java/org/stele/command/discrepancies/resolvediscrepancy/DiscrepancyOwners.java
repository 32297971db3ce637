package org.stele.command.discrepancies.resolvediscrepancy;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.stele.command.discrepancies.RecordedFile;
import org.stele.command.discrepancies.RecordedFiles;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.reading.StoredEvents;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.events.discrepancies.DiscrepancyEvent;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;

/**
 * Finds the State of a discrepancy: its id is a digest, which does not tell it. An answer that was recorded before names it;
 * otherwise the files of all States are searched, in a ledger that is small enough. What is found is decided on anew. Of a
 * discrepancy that who asks does not see, nothing is found, in the same words and by the same search as of one that there is not.
 */
final class DiscrepancyOwners {

    private final LedgerReader ledger;
    private final RecordedFiles files;

    DiscrepancyOwners(LedgerReader ledger, RecordedFiles files) {
        this.ledger = ledger;
        this.files = files;
    }

    /** @throws Rejected where no State has such a discrepancy today, or the ledger is too large to be searched */
    MemberState of(FilingId discrepancy, CommandContext entry) {
        Audience audience = Audience.of(entry.actor());
        StoredEvent answered = ledger.last(Tags.DISCREPANCY + "=" + discrepancy, ledger.head());
        if (answered != null && isSeen(answered, audience)) {
            return MemberState.valueOf(requireNonNull(answered.state(), "an answer is about a State"));
        }
        if (files.isTooLarge()) {
            throw Rejected.malformed("memberState", "Name the Member State whose discrepancy this is.");
        }
        RecordedFiles.Read all = files.all();
        AcrossStates across = audience.isAuditing() ? all.across() : null;
        return all.files().values().stream()
                .filter(file -> RecordedFile.find(file, discrepancy, audience, entry.today(), across) != null)
                .findFirst()
                .map(StateFile::memberState)
                .orElseThrow(
                        () -> Rejected.notFound("No discrepancy with the id %s is on record.".formatted(discrepancy)));
    }

    private static boolean isSeen(StoredEvent answered, Audience audience) {
        return StoredEvents.ofState(answered) instanceof DiscrepancyEvent event
                && (audience.isAuditing() || !event.subject().code().isAcrossStates());
    }

    /** What other States' files have in common with that of a command's State; null for the chair, who is not told. */
    @Nullable
    AcrossStates across(ResolveDiscrepancy command) {
        if (!Audience.of(command.entry().actor()).isAuditing()) {
            return null;
        }
        MemberState other = command.otherState();
        if (other != null) {
            return files.of(EnumSet.of(command.memberState(), other)).across();
        }
        if (files.isTooLarge()) {
            throw Rejected.malformed("otherState", "Name the other State whose filing names the same subject.");
        }
        return files.all().across();
    }
}
