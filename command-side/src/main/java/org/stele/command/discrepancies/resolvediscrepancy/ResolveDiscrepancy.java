package org.stele.command.discrepancies.resolvediscrepancy;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * The chair decides that a discrepancy is settled; the custodian, where filings of two States name the same subject.
 *
 * @param memberState the State whose discrepancy it is
 * @param otherState whose filing names the same subject; null where all States are searched
 */
@Command(namespace = "discrepancies", name = "ResolveDiscrepancy")
public record ResolveDiscrepancy(
        CommandContext entry,
        @TargetEntityId MemberState memberState,
        @Nullable MemberState otherState,
        FilingId discrepancy,
        String text)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return discrepancy;
    }
}
