package org.stele.command.repatriation.recordarrival;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.repatriation.ArrivalRecorded;

/** Records an arrival. It needs no history. */
final class RecordArrivalHandler {

    @CommandHandler
    void handle(RecordArrival command, EventAppender events) {
        events.append(decide(command));
    }

    static ArrivalRecorded decide(RecordArrival command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        entry.requireNotFuture("arrived", command.arrived());
        FreeText.requireSource(command.source());
        return new ArrivalRecorded(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.category(),
                command.count(),
                command.arrived(),
                entry.dateOrToday("received", command.received()),
                command.source());
    }
}
