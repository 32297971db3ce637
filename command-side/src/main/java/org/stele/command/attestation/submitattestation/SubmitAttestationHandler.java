package org.stele.command.attestation.submitattestation;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.attestation.ContentRules;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.ObligationId;
import org.stele.events.Role;
import org.stele.events.attestation.AttestationSubmitted;

/**
 * Records an attestation. It needs no history: a second one to the same obligation is recorded too (rules, section 3).
 */
public final class SubmitAttestationHandler {

    @CommandHandler
    void handle(SubmitAttestation command, EventAppender events) {
        events.append(decide(command));
    }

    /** The rules that need no history: a form checks them before the command is sent. */
    public static AttestationSubmitted decide(SubmitAttestation command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        requireAnswerable(command.obligation());
        ContentRules.require(command.content());
        FreeText.requireSource(command.source());
        return new AttestationSubmitted(
                entry.stateOfFiling(command.memberState()),
                command.filing(),
                command.obligation(),
                command.content(),
                entry.today(),
                command.source(),
                null);
    }

    private static void requireAnswerable(ObligationId obligation) {
        if (!obligation.isAnsweredByAttestation()) {
            throw Rejected.malformed(
                    "obligation",
                    "No attestation answers %s. Expected REP-MID, REP-FIN, a national implementation report (NIR-...) or OTHER."
                            .formatted(obligation));
        }
    }
}
