package org.stele.query.statefile;

import java.util.Optional;
import org.stele.events.FilingId;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;

/** The record that an event is about: all that the fold reads or changes. */
public final class AffectedRecord {

    private AffectedRecord() {}

    /** Empty where the event changes nothing in a file. */
    public static Optional<FilingId> in(StateEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AttestationSubmitted e -> e.attestation();
                    case AttestationAmended e -> e.attestation();
                    case AttestationReceived e -> e.attestation();
                    case AttestationWithdrawn e -> e.attestation();
                    case AttestationPublished e -> e.attestation();
                    case AttestationWithheldAtRequest e -> e.attestation();
                    case RepatriationNoticeRecorded e -> e.notice();
                    case RepatriationNoticeCorrected e -> e.notice();
                    case RepatriationNoticeWithdrawn e -> e.notice();
                    case BaselineDeclared e -> e.declaration();
                    case ExemptionClaimed e -> e.claim();
                    case ScopeClaimed e -> e.claim();
                    case ClaimDisputed e -> e.claim();
                    case ClaimUpheld e -> e.claim();
                    case ClaimWithdrawn e -> e.claim();
                    case EvidenceRecorded e -> e.evidence();
                    case EvidenceResolved e -> e.evidence();
                    default -> null;
                });
    }
}
