package org.stele.command.repatriation.withdrawbaseline;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;

/**
 * A State withdraws a declared baseline.
 *
 * @param received null for today
 */
@Command(namespace = "repatriation", name = "WithdrawBaseline")
public record WithdrawBaseline(
        CommandContext entry,
        @TargetEntityId FilingId declaration,
        String reason,
        @Nullable PartialDate received) implements LedgerCommand {

    @Override
    public FilingId filing() {
        return declaration;
    }
}
