package org.stele.command.repatriation.recordarrival;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/**
 * A State records that persons of a category came.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param arrived the day or days on which they came
 * @param received null for today
 * @param source where a registrar read an old filing; null from anybody else
 */
@Command(namespace = "repatriation", name = "RecordArrival")
public record RecordArrival(
        CommandContext entry,
        @Nullable MemberState memberState,
        PersonsCategory category,
        PersonsCount count,
        PartialDate arrived,
        @Nullable PartialDate received,
        @Nullable SourceReference source)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
