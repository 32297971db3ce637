package org.stele.command.attestation.amendattestation;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;

/**
 * A State replaces the content of an attestation by a new version.
 *
 * @param source where a registrar read an old filing; null from anybody else
 * @param document that the new version came in; null where nothing is stated of it
 */
@Command(namespace = "attestation", name = "AmendAttestation")
public record AmendAttestation(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        AttestationContent content,
        String reason,
        @Nullable SourceReference source,
        @Nullable StatedDocument document)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return attestation;
    }
}
