package org.stele.command.claims.claimoutofscope;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.claims.ScopeClaimed;

/** Records that a State claims persons to be outside paragraph 8. It does not decide whether the claim is valid. */
final class ClaimOutOfScopeHandler {

    @CommandHandler
    void handle(ClaimOutOfScope command, EventAppender events) {
        events.append(decide(command));
    }

    static ScopeClaimed decide(ClaimOutOfScope command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        FreeText.require("summary", command.summary(), FreeText.MAX_SUMMARY);
        FreeText.requireSource(command.source());
        return new ScopeClaimed(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.ground(),
                command.count(),
                command.effectiveOn(),
                entry.dateOrToday("claimed", command.claimed()),
                command.summary(),
                command.source());
    }
}
