package org.stele.command.screening.confirmverdict;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/** A reviewer confirms the proposed verdict. */
@Command(namespace = "screening", name = "ConfirmVerdict")
public record ConfirmVerdict(
        CommandContext entry, @TargetEntityId FilingId screening) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return screening;
    }
}
