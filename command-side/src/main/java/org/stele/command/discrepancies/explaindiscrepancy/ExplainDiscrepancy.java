package org.stele.command.discrepancies.explaindiscrepancy;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;

/**
 * A State explains a discrepancy of its own.
 *
 * @param memberState the State of the credential
 */
@Command(namespace = "discrepancies", name = "ExplainDiscrepancy")
public record ExplainDiscrepancy(
        CommandContext entry, @TargetEntityId MemberState memberState, FilingId discrepancy, String text)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return discrepancy;
    }
}
