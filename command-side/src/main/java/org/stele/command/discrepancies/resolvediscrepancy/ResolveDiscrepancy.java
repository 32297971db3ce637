package org.stele.command.discrepancies.resolvediscrepancy;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * The chair decides that a discrepancy is settled.
 *
 * @param memberState the State whose discrepancy it is
 */
@Command(namespace = "discrepancies", name = "ResolveDiscrepancy")
public record ResolveDiscrepancy(
        CommandContext entry, @TargetEntityId MemberState memberState, FilingId discrepancy, String text)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return discrepancy;
    }
}
