package org.stele.command.custody.confirmredaction;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.custody.CustodyMatter;

/**
 * A second person confirms a proposal to remove the body of one event.
 *
 * @param redaction the id of the redaction of the position
 */
@Command(namespace = "custody", name = "ConfirmRedaction")
public record ConfirmRedaction(
        CommandContext entry, @TargetEntityId FilingId redaction, long position) implements LedgerCommand {

    static ConfirmRedaction at(long position, CommandContext entry) {
        return new ConfirmRedaction(entry, CustodyMatter.REDACTION.idAt(position), position);
    }

    @Override
    public FilingId filing() {
        return redaction;
    }
}
