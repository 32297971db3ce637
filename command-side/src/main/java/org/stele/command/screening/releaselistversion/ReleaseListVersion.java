package org.stele.command.screening.releaselistversion;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.Sha256Digest;

/** The registrar lets a version stand that was held. */
@Command(namespace = "screening", name = "ReleaseListVersion")
public record ReleaseListVersion(
        CommandContext entry, @TargetEntityId String list, Sha256Digest sha256, String reason)
        implements LedgerCommand {

    /** A version is named by its digest; the receipt's id names the decision. */
    @Override
    public FilingId filing() {
        return entry.created();
    }
}
