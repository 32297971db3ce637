package org.stele.command.screening.returnverdict;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/** A reviewer returns the proposed verdict to the analyst. */
@Command(namespace = "screening", name = "ReturnVerdict")
public record ReturnVerdict(
        CommandContext entry, @TargetEntityId FilingId screening, String reason) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return screening;
    }
}
