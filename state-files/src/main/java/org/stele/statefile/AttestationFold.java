package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.attestation.CommitteeDocument;

/** The attestations of a file while it is being folded. */
final class AttestationFold {

    private final RecordsBuilder<Attestation> attestations;

    AttestationFold(List<Attestation> attestations) {
        this.attestations = new RecordsBuilder<>("attestation", attestations);
    }

    void apply(LedgerEvent recorded, AttestationEvent event) {
        long position = recorded.position();
        switch (event) {
            case AttestationSubmitted e ->
                attestations.add(
                        e.attestation(),
                        position,
                        new Attestation(
                                e.attestation(),
                                e.obligation(),
                                version(recorded, 1, e.content(), e.submittedOn(), e.source(), e.document())));
            case AttestationAmended e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.with(version(
                                recorded, e.version(), e.content(), e.submittedOn(), e.source(), e.document())));
            case AttestationReceived e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.change(
                                e.version(),
                                v -> v.with(
                                        new CommitteeReceipt(e.received(), e.reference(), e.document(), position))));
            case AttestationWithdrawn e ->
                attestations.change(e.attestation(), position, a -> a.withdraw(new DatedFact(e.received(), position)));
            case AttestationPublished e ->
                publish(
                        e.attestation(),
                        new Publication(Publication.Kind.PUBLISHED, e.publishedOn(), e.dayAssumed(), null, position));
            case AttestationWithheldAtRequest e ->
                publish(
                        e.attestation(),
                        new Publication(
                                Publication.Kind.WITHHELD_AT_REQUEST, e.withheldOn(), false, e.reason(), position));
            case AttestationUnpublished e ->
                publish(
                        e.attestation(),
                        new Publication(Publication.Kind.UNPUBLISHED, e.unpublishedOn(), false, e.reason(), position));
            case ClarificationRequested e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.ask(new Clarification(
                                e.clarification(),
                                e.question(),
                                e.requestedOn(),
                                e.askedBy(),
                                e.discrepancy(),
                                List.of(),
                                position)));
            case ClarificationProvided e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.answer(
                                e.clarification(), new Clarification.Answer(e.answer(), e.providedOn(), position)));
            case AttestationAcceptedAsFiled e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.accept(new Acceptance(e.version(), e.acceptedOn(), position)));
        }
    }

    List<Attestation> toList() {
        return attestations.toList();
    }

    private void publish(FilingId attestation, Publication publication) {
        attestations.change(attestation, publication.position(), a -> a.publish(publication));
    }

    private static AttestationVersion version(
            LedgerEvent recorded,
            int number,
            AttestationContent content,
            LocalDate submittedOn,
            @Nullable SourceReference source,
            @Nullable CommitteeDocument document) {
        return new AttestationVersion(
                number, content, submittedOn, recorded.position(), recorded.recordedOn(), source, document, List.of());
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return attestations.lastPosition();
    }
}
