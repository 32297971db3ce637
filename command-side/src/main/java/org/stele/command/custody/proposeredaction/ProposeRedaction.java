package org.stele.command.custody.proposeredaction;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.custody.CustodyMatter;

/**
 * The custodian proposes that the body of one event be removed.
 *
 * @param redaction the id of the redaction of the position
 */
@Command(namespace = "custody", name = "ProposeRedaction")
public record ProposeRedaction(
        CommandContext entry, @TargetEntityId FilingId redaction, long position, String reason)
        implements LedgerCommand {

    static ProposeRedaction at(long position, CommandContext entry, String reason) {
        return new ProposeRedaction(entry, CustodyMatter.REDACTION.idAt(position), position, reason);
    }

    @Override
    public FilingId filing() {
        return redaction;
    }
}
