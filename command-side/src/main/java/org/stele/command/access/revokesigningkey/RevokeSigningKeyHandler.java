package org.stele.command.access.revokesigningkey;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.access.SignedStatement;
import org.stele.command.entry.CommandContext;
import org.stele.events.Role;
import org.stele.events.access.SigningKeyRevoked;

/** Records a revocation. Whether the root signed it is decided when it is appended. */
final class RevokeSigningKeyHandler {

    @CommandHandler
    void handle(RevokeSigningKey command, EventAppender events) {
        events.append(decide(command));
    }

    static SigningKeyRevoked decide(RevokeSigningKey command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR, Role.FOCAL_POINT, Role.SIGNATORY);
        SignedStatement.requireMayBring(entry, command.statement().memberState());
        return command.statement();
    }
}
