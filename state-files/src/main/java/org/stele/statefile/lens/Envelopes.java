package org.stele.statefile.lens;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.Visibility;
import org.stele.statefile.Attestation;
import org.stele.statefile.AttestationVersion;
import org.stele.statefile.Clarification;
import org.stele.statefile.CommitteeReceipt;
import org.stele.statefile.Publication;

/** What is left of an attestation for those who may not see it whole: a closed list (4.8). */
final class Envelopes {

    private static final Map<Visibility, AttestationContent> NOTHING_STATED = new EnumMap<>(Visibility.class);

    static {
        for (Visibility visibility : Visibility.values()) {
            NOTHING_STATED.put(
                    visibility,
                    new AttestationContent(
                            null,
                            null,
                            null,
                            null,
                            null,
                            false,
                            false,
                            false,
                            visibility,
                            null,
                            null,
                            null,
                            List.of()));
        }
    }

    private Envelopes() {}

    /** State, obligation, id, versions, days of receipt, and where it stands on the axis of publication. */
    static Attestation envelope(Attestation attestation) {
        return new Attestation(
                attestation.id(),
                attestation.obligation(),
                each(attestation.versions(), Envelopes::envelope),
                attestation.withdrawals(),
                each(attestation.publications(), Envelopes::envelope),
                each(attestation.clarifications(), Envelopes::days),
                List.of(),
                true);
    }

    /** Most lists have one entry or none: a view for the public envelops a hundred thousand attestations. */
    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return switch (all.size()) {
            case 0 -> all;
            case 1 -> List.of(change.apply(all.getFirst()));
            default -> all.stream().map(change).toList();
        };
    }

    /** A published attestation without the questions about it and their answers: others see that there are some. */
    static Attestation withoutWords(Attestation attestation) {
        return attestation.clarifications().isEmpty()
                        || attestation.clarifications().stream().noneMatch(Envelopes::hasWords)
                ? attestation
                : new Attestation(
                        attestation.id(),
                        attestation.obligation(),
                        attestation.versions(),
                        attestation.withdrawals(),
                        attestation.publications(),
                        each(attestation.clarifications(), Envelopes::days),
                        attestation.acceptances(),
                        attestation.enveloped());
    }

    private static boolean hasWords(Clarification one) {
        return !one.equals(days(one));
    }

    private static AttestationVersion envelope(AttestationVersion version) {
        return new AttestationVersion(
                version.number(),
                requireNonNull(NOTHING_STATED.get(version.content().visibility())),
                version.submittedOn(),
                version.position(),
                version.recordedOn(),
                null,
                null,
                each(version.receipts(), Envelopes::envelope));
    }

    private static CommitteeReceipt envelope(CommitteeReceipt receipt) {
        return receipt.reference() == null && receipt.document() == null
                ? receipt
                : new CommitteeReceipt(receipt.on(), null, null, receipt.position());
    }

    private static Publication envelope(Publication publication) {
        return publication.reason() == null
                ? publication
                : new Publication(
                        publication.kind(), publication.on(), publication.dayAssumed(), null, publication.position());
    }

    private static Clarification days(Clarification one) {
        return new Clarification(
                one.id(),
                null,
                one.requestedOn(),
                null,
                null,
                each(one.answers(), answer -> new Clarification.Answer(null, answer.providedOn(), answer.position())),
                one.position());
    }
}
