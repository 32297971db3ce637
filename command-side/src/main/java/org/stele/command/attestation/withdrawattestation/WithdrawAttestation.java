package org.stele.command.attestation.withdrawattestation;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * A State withdraws an attestation.
 *
 * @param received null for today
 */
@Command(namespace = "attestation", name = "WithdrawAttestation")
public record WithdrawAttestation(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        String reason,
        @Nullable PartialDate received) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return attestation;
    }
}
