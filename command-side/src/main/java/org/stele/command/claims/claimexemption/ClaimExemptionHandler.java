package org.stele.command.claims.claimexemption;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.rules.FreeText;
import org.stele.events.EventJson;
import org.stele.events.Role;
import org.stele.events.Sealed;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ProtectedClaim;
import org.stele.events.seal.Seals;

/**
 * Records that a State claims an exception of paragraph 8. It does not decide whether the claim is valid. A ground that tells of
 * a protected status is sealed under a key of the claim's own, with all that may tell it too (rules, section 6).
 */
final class ClaimExemptionHandler {

    private final Seals seals;

    ClaimExemptionHandler(Seals seals) {
        this.seals = seals;
    }

    @CommandHandler
    void handle(ClaimExemption command, EventAppender events) {
        events.append(decide(command, seals));
    }

    static ExemptionClaimed decide(ClaimExemption command, Seals seals) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        FreeText.require("summary", command.summary(), FreeText.MAX_SUMMARY);
        FreeText.requireSource(command.source());
        boolean isProtected = command.ground().isProtected();
        return new ExemptionClaimed(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                isProtected ? null : command.ground(),
                command.count(),
                command.effectiveOn(),
                entry.dateOrToday("claimed", command.claimed()),
                isProtected ? null : command.summary(),
                isProtected ? null : command.source(),
                isProtected ? sealed(command, seals) : null);
    }

    private static Sealed sealed(ClaimExemption command, Seals seals) {
        ProtectedClaim claim = new ProtectedClaim(command.ground(), command.summary(), command.source());
        return seals.seal(
                command.entry().created(),
                EventJson.MAPPER.writeValueAsString(claim),
                command.filing().value(),
                command.filing());
    }
}
