package org.stele.command.attestation.publishattestation;

import java.time.LocalDate;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/**
 * The registrar enters that a version of an attestation is published.
 *
 * @param version null for the highest that is received
 * @param publishedOn null for today
 * @param dayAssumed nobody stated the day, so that it is taken from the receipt
 * @param document what is stated of the document, such as the days of its texts; null where nothing is
 */
@Command(namespace = "attestation", name = "PublishAttestation")
public record PublishAttestation(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        @Nullable Integer version,
        @Nullable LocalDate publishedOn,
        boolean dayAssumed,
        @Nullable StatedDocument document)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return attestation;
    }
}
