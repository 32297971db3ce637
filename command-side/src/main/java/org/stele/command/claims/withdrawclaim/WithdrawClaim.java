package org.stele.command.claims.withdrawclaim;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * A State withdraws a claim.
 *
 * @param withdrawn null for today
 */
@Command(namespace = "claims", name = "WithdrawClaim")
public record WithdrawClaim(
        CommandContext entry,
        @TargetEntityId FilingId claim,
        String reason,
        @Nullable PartialDate withdrawn) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return claim;
    }
}
