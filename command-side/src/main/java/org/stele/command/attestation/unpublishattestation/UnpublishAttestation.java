package org.stele.command.attestation.unpublishattestation;

import java.time.LocalDate;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/**
 * The registrar takes an attestation that is published off the page again.
 *
 * @param unpublishedOn null for today
 */
@Command(namespace = "attestation", name = "UnpublishAttestation")
public record UnpublishAttestation(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        @Nullable LocalDate unpublishedOn,
        String reason) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return attestation;
    }
}
