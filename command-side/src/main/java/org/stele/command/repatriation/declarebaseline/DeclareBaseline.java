package org.stele.command.repatriation.declarebaseline;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.SourceReference;

/**
 * A State declares how many persons of a category there were.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param on the day or days of which it is true
 * @param received null for today
 * @param source where a registrar read an old filing; null from anybody else
 */
@Command(namespace = "repatriation", name = "DeclareBaseline")
public record DeclareBaseline(
        CommandContext entry,
        @Nullable MemberState memberState,
        PersonsCategory category,
        Baseline baseline,
        PartialDate on,
        @Nullable PartialDate received,
        @Nullable SourceReference source)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
