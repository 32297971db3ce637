package org.stele.command.claims.claimexemption;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.Role;
import org.stele.events.claims.ExemptionClaimed;

/** Records that a State claims an exception of paragraph 8. It does not decide whether the claim is valid. */
final class ClaimExemptionHandler {

    @CommandHandler
    void handle(ClaimExemption command, EventAppender events) {
        events.append(decide(command));
    }

    static ExemptionClaimed decide(ClaimExemption command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        FreeText.require("summary", command.summary(), FreeText.MAX_SUMMARY);
        FreeText.requireSource(command.source());
        return new ExemptionClaimed(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.ground(),
                command.count(),
                command.effectiveOn(),
                entry.dateOrToday("claimed", command.claimed()),
                command.summary(),
                command.source(),
                null);
    }
}
