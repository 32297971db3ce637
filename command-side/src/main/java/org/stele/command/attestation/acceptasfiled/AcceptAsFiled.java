package org.stele.command.attestation.acceptasfiled;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/**
 * The chair accepts a version of an attestation as filed: it is complete in form, and its content is not judged.
 *
 * @param version null for the highest that is received
 */
@Command(namespace = "attestation", name = "AcceptAsFiled")
public record AcceptAsFiled(
        CommandContext entry,
        @TargetEntityId FilingId attestation,
        @Nullable Integer version) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return attestation;
    }
}
