package org.stele.command.repatriation.withdrawarrival;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * A State withdraws an arrival.
 *
 * @param received null for today
 */
@Command(namespace = "repatriation", name = "WithdrawArrival")
public record WithdrawArrival(
        CommandContext entry,
        @TargetEntityId FilingId arrival,
        String reason,
        @Nullable PartialDate received) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return arrival;
    }
}
