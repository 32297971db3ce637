package org.stele.command.repatriation.declarebaseline;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.repatriation.BaselineDeclared;

/** Records a baseline. It needs no history: baselines that differ are recorded and flagged. */
final class DeclareBaselineHandler {

    @CommandHandler
    void handle(DeclareBaseline command, EventAppender events) {
        events.append(decide(command));
    }

    static BaselineDeclared decide(DeclareBaseline command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        entry.requireNotFuture("on", command.on());
        FreeText.requireSource(command.source());
        return new BaselineDeclared(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.category(),
                command.baseline(),
                command.on(),
                entry.dateOrToday("received", command.received()),
                command.source());
    }
}
