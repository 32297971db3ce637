package org.stele.command.access.enrolsigningkey;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.access.SignedStatement;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.access.SigningKeyEnrolled;

/** Records an enrolment. Whether it holds is decided on the keys on record when it is appended. */
final class EnrolSigningKeyHandler {

    private static final int MAX_LABEL = 100;

    @CommandHandler
    void handle(EnrolSigningKey command, EventAppender events) {
        events.append(decide(command));
    }

    static SigningKeyEnrolled decide(EnrolSigningKey command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR, Role.FOCAL_POINT, Role.SIGNATORY);
        SignedStatement.requireMayBring(entry, command.statement().memberState());
        FreeText.require("label", command.statement().label(), MAX_LABEL);
        return command.statement();
    }
}
