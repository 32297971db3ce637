package org.stele.command.attestation.submitattestation;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;

/**
 * A State submits an attestation.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param source where a registrar read an old filing; null from anybody else
 */
@Command(namespace = "attestation", name = "SubmitAttestation")
public record SubmitAttestation(
        CommandContext entry,
        @Nullable MemberState memberState,
        ObligationId obligation,
        AttestationContent content,
        @Nullable SourceReference source)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
