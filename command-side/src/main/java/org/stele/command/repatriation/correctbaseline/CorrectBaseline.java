package org.stele.command.repatriation.correctbaseline;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;

/**
 * A State replaces what it declared of a baseline.
 *
 * @param on the day or days of which it is true
 * @param received null for today
 */
@Command(namespace = "repatriation", name = "CorrectBaseline")
public record CorrectBaseline(
        CommandContext entry,
        @TargetEntityId FilingId declaration,
        PersonsCategory category,
        Baseline baseline,
        PartialDate on,
        String reason,
        @Nullable PartialDate received)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return declaration;
    }
}
