package org.stele.statefile.lens;

import java.util.List;
import org.stele.events.attestation.AttestationContent;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationVersion;
import org.stele.statefile.Clarification;
import org.stele.statefile.CommitteeReceipt;
import org.stele.statefile.Publication;

/** What is left of an attestation for those who may not see it whole: a closed list (4.8). */
final class Envelopes {

    private Envelopes() {}

    /** State, obligation, id, versions, days of receipt, and where it stands on the axis of publication. */
    static Attestation envelope(Attestation attestation) {
        return new Attestation(
                attestation.id(),
                attestation.obligation(),
                attestation.versions().stream().map(Envelopes::envelope).toList(),
                attestation.withdrawals(),
                attestation.publications().stream().map(Envelopes::envelope).toList(),
                days(attestation.clarifications()),
                List.of(),
                true);
    }

    /** A published attestation without the questions about it and their answers: others see that there are some. */
    static Attestation withoutWords(Attestation attestation) {
        return attestation.clarifications().isEmpty()
                ? attestation
                : new Attestation(
                        attestation.id(),
                        attestation.obligation(),
                        attestation.versions(),
                        attestation.withdrawals(),
                        attestation.publications(),
                        days(attestation.clarifications()),
                        attestation.acceptances(),
                        attestation.enveloped());
    }

    private static AttestationVersion envelope(AttestationVersion version) {
        return new AttestationVersion(
                version.number(),
                new AttestationContent(
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        false,
                        version.content().visibility(),
                        null,
                        null,
                        null,
                        List.of()),
                version.submittedOn(),
                version.position(),
                version.recordedOn(),
                null,
                null,
                version.receipts().stream()
                        .map(receipt -> new CommitteeReceipt(receipt.on(), null, null, receipt.position()))
                        .toList());
    }

    private static Publication envelope(Publication publication) {
        return new Publication(
                publication.kind(), publication.on(), publication.dayAssumed(), null, publication.position());
    }

    private static List<Clarification> days(List<Clarification> clarifications) {
        return clarifications.stream()
                .map(one -> new Clarification(
                        one.id(),
                        null,
                        one.requestedOn(),
                        null,
                        null,
                        one.answers().stream()
                                .map(answer -> new Clarification.Answer(null, answer.providedOn(), answer.position()))
                                .toList(),
                        one.position()))
                .toList();
    }
}
