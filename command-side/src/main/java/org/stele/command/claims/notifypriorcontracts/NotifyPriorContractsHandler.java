package org.stele.command.claims.notifypriorcontracts;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.events.Role;
import org.stele.events.claims.PriorContractsNotified;

/** Records the notification. That it came after the resolution's term is recorded too (rules, P1). */
final class NotifyPriorContractsHandler {

    @CommandHandler
    void handle(NotifyPriorContracts command, EventAppender events) {
        events.append(decide(command));
    }

    static PriorContractsNotified decide(NotifyPriorContracts command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        return new PriorContractsNotified(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.count(),
                command.expectedEnd(),
                entry.dateOrToday("received", command.received()));
    }
}
