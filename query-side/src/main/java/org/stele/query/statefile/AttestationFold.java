package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;

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
                                List.of(version(recorded, 1, e.content(), e.submittedOn(), e.source())),
                                List.of()));
            case AttestationAmended e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.with(version(recorded, e.version(), e.content(), e.submittedOn(), e.source())));
            case AttestationReceived e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.change(
                                e.version(), v -> v.with(new CommitteeReceipt(e.received(), e.reference(), position))));
            case AttestationWithdrawn e ->
                attestations.change(e.attestation(), position, a -> a.withdraw(new DatedFact(e.received(), position)));
            case AttestationPublished e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.change(
                                e.version(),
                                v -> v.with(new Publication(Publication.Kind.PUBLISHED, e.publishedOn(), position))));
            case AttestationWithheldAtRequest e ->
                attestations.change(
                        e.attestation(),
                        position,
                        a -> a.change(
                                e.version(),
                                v -> v.with(new Publication(
                                        Publication.Kind.WITHHELD_AT_REQUEST, e.withheldOn(), position))));
            case ClarificationRequested _, ClarificationProvided _, AttestationAcceptedAsFiled _ -> {
                // No status and no flag of section 4 reads them.
            }
        }
    }

    List<Attestation> toList() {
        return attestations.toList();
    }

    private static AttestationVersion version(
            LedgerEvent recorded,
            int number,
            AttestationContent content,
            LocalDate submittedOn,
            @Nullable SourceReference source) {
        return new AttestationVersion(
                number, content, submittedOn, recorded.position(), recorded.recordedOn(), source, List.of(), List.of());
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return attestations.lastPosition();
    }
}
