package org.stele.command.claims.notifypriorcontracts;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;

/**
 * A State notifies contracts that were concluded before S/RES/2375 (2017); its para. 17.
 *
 * @param memberState named by a registrar for a filing on paper; null for a credential of the State itself
 * @param count persons under these contracts; null where the State gives no number
 * @param expectedEnd when the last of them ends, where the State states it
 * @param received null for today
 */
@Command(namespace = "claims", name = "NotifyPriorContracts")
public record NotifyPriorContracts(
        CommandContext entry,
        @Nullable MemberState memberState,
        @Nullable PersonsCount count,
        @Nullable PartialDate expectedEnd,
        @Nullable PartialDate received)
        implements LedgerCommand {

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
