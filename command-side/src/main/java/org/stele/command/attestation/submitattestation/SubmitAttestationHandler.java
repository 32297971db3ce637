package org.stele.command.attestation.submitattestation;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.jspecify.annotations.Nullable;
import org.stele.command.attestation.ContentRules;
import org.stele.command.attestation.Documents;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.FreeText;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.Role;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.CommitteeDocument;

/**
 * Records an attestation, or one for each obligation that a document answers. It needs no history: a second one to the same obligation is recorded too (rules, section 3).
 */
public final class SubmitAttestationHandler {

    @CommandHandler
    void handle(SubmitAttestation command, EventAppender events) {
        events.append(decide(command));
    }

    /** The rules that need no history: a form checks them before the command is sent. */
    public static List<AttestationSubmitted> decide(SubmitAttestation command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.SIGNATORY, Role.REGISTRAR);
        entry.requireNoSourceUnlessRegistrar(command.source());
        requireDistinct(command.obligations());
        command.obligations().forEach(SubmitAttestationHandler::requireAnswerable);
        ContentRules.require(command.content());
        FreeText.requireSource(command.source());
        Documents.require(entry, command.document());
        MemberState owner = entry.stateOfFiling(command.memberState());
        CommitteeDocument document = Documents.of(entry, owner, stated(command), null);
        List<FilingId> filings = command.filings();
        return IntStream.range(0, filings.size())
                .mapToObj(index -> new AttestationSubmitted(
                        owner,
                        filings.get(index),
                        command.obligations().get(index),
                        command.content(),
                        entry.today(),
                        command.source(),
                        document))
                .toList();
    }

    /** Several attestations have their document in common, even where nothing is stated of it. */
    private static @Nullable StatedDocument stated(SubmitAttestation command) {
        return command.document() == null && command.obligations().size() > 1
                ? StatedDocument.unstated()
                : command.document();
    }

    private static void requireDistinct(List<ObligationId> obligations) {
        if (obligations.isEmpty()) {
            throw Rejected.malformed("obligation", "Name the obligation that the attestation answers.");
        }
        if (Set.copyOf(obligations).size() < obligations.size()) {
            throw Rejected.malformed("obligations", "Name each obligation once.");
        }
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
