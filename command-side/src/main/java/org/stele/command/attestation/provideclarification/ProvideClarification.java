package org.stele.command.attestation.provideclarification;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/** A State answers a question about its attestation. */
@Command(namespace = "attestation", name = "ProvideClarification")
public record ProvideClarification(
        CommandContext entry, @TargetEntityId FilingId clarification, String answer) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return clarification;
    }
}
