package org.stele.command.screening.requestscreening;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.screening.ScreeningRules;
import org.stele.events.Role;
import org.stele.events.screening.ScreeningRequested;

/** Records that a State asked for a subject to be screened. */
final class RequestScreeningHandler {

    @CommandHandler
    void handle(RequestScreening command, EventAppender events) {
        events.append(decide(command));
    }

    static ScreeningRequested decide(RequestScreening command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SCREENING_ANALYST);
        ScreeningRules.requireFitting(command.question(), command.subjectKind());
        return new ScreeningRequested(
                entry.stateOfFiling(null),
                command.filing(),
                command.subject(),
                command.subjectKind(),
                command.question(),
                command.trigger());
    }
}
