package org.stele.command.custody.confirmdamageacceptance;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.custody.CustodyMatter;

/**
 * A second person confirms a proposal to accept the damage of one position.
 *
 * @param damage the id of damage at the position
 */
@Command(namespace = "custody", name = "ConfirmDamageAcceptance")
public record ConfirmDamageAcceptance(
        CommandContext entry, @TargetEntityId FilingId damage, long position) implements LedgerCommand {

    static ConfirmDamageAcceptance at(long position, CommandContext entry) {
        return new ConfirmDamageAcceptance(entry, CustodyMatter.DAMAGE.idAt(position), position);
    }

    @Override
    public FilingId filing() {
        return damage;
    }
}
