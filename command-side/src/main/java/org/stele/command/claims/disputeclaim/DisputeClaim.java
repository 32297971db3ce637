package org.stele.command.claims.disputeclaim;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;

/**
 * A monitoring body disputes a claim, or a registrar enters that it did.
 *
 * @param body the body that disputes
 * @param disputed null for today
 */
@Command(namespace = "claims", name = "DisputeClaim")
public record DisputeClaim(
        CommandContext entry,
        @TargetEntityId FilingId claim,
        MonitoringBody body,
        @Nullable PartialDate disputed,
        @Nullable String reason)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return claim;
    }
}
