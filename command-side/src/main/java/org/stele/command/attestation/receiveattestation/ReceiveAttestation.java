package org.stele.command.attestation.receiveattestation;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * The registrar enters one version of an attestation as received by the Committee.
 *
 * @param version null for the oldest that is not received yet
 * @param received null for the New York day on which that version was submitted here
 * @param reference the number that the Committee gave it
 * @param document what is stated of the document that it came in; null where nothing is
 */
@Command(namespace = "attestation", name = "ReceiveAttestation")
public record ReceiveAttestation(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        @Nullable Integer version,
        @Nullable PartialDate received,
        @Nullable String reference,
        @Nullable StatedDocument document)
        implements LedgerCommand {

    /** A receipt that states nothing of the document. */
    public ReceiveAttestation(
            CommandContext entry,
            FilingId attestation,
            @Nullable Integer version,
            @Nullable PartialDate received,
            @Nullable String reference) {
        this(entry, attestation, version, received, reference, null);
    }

    @Override
    public FilingId filing() {
        return attestation;
    }
}
