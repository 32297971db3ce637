package org.stele.command.access.withdrawaccreditation;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/** Withdraws an accreditation. What was filed under it stands. */
@Command(namespace = "access", name = "WithdrawAccreditation")
public record WithdrawAccreditation(
        CommandContext entry, @TargetEntityId FilingId accreditation, String reason) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return accreditation;
    }
}
