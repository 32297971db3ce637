package org.stele.command.attestation.withholdattestation;

import java.time.LocalDate;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/**
 * The registrar enters that the text of a version is withheld, because its State asked for that.
 *
 * @param version null for the highest
 * @param withheldOn null for today
 * @param reason null where the State gave none
 */
@Command(namespace = "attestation", name = "WithholdAttestation")
public record WithholdAttestation(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        @Nullable Integer version,
        @Nullable LocalDate withheldOn,
        @Nullable String reason)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return attestation;
    }
}
