package org.stele.command.claims.upholdclaim;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;

/** The chair enters that the Committee upheld a claim. */
@Command(namespace = "claims", name = "UpholdClaim")
public record UpholdClaim(
        CommandContext entry,
        @TargetEntityId FilingId claim,
        @Nullable String reason) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return claim;
    }
}
