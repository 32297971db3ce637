package org.stele.command.repatriation.correctarrival;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;

/**
 * A State replaces what it recorded of an arrival.
 *
 * @param arrived the day or days on which they came
 * @param received null for today
 */
@Command(namespace = "repatriation", name = "CorrectArrival")
public record CorrectArrival(
        CommandContext entry,
        @TargetEntityId FilingId arrival,
        PersonsCategory category,
        PersonsCount count,
        PartialDate arrived,
        String reason,
        @Nullable PartialDate received)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return arrival;
    }
}
