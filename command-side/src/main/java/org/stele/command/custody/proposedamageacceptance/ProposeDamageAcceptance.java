package org.stele.command.custody.proposedamageacceptance;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.custody.CustodyMatter;

/**
 * Somebody proposes to accept the damage of one position as it is found now.
 *
 * @param damage the id of damage at the position
 */
@Command(namespace = "custody", name = "ProposeDamageAcceptance")
public record ProposeDamageAcceptance(
        CommandContext entry, @TargetEntityId FilingId damage, long position, String reason) implements LedgerCommand {

    static ProposeDamageAcceptance at(long position, CommandContext entry, String reason) {
        return new ProposeDamageAcceptance(entry, CustodyMatter.DAMAGE.idAt(position), position, reason);
    }

    @Override
    public FilingId filing() {
        return damage;
    }
}
