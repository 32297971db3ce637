package org.stele.command.repatriation.withdrawrepatriationnotice;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * A State withdraws a notice.
 *
 * @param received null for today
 */
@Command(namespace = "repatriation", name = "WithdrawRepatriationNotice")
public record WithdrawRepatriationNotice(
        CommandContext entry,
        @TargetEntityId FilingId notice,
        String reason,
        @Nullable PartialDate received) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return notice;
    }
}
