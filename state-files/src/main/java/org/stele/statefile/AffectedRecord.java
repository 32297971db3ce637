package org.stele.statefile;

import java.util.Optional;
import org.stele.events.FilingId;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.PriorContractsNotified;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.WorkAuthorizationApproved;
import org.stele.events.discrepancies.DiscrepancyEvent;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.repatriation.ArrivalCorrected;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.ArrivalWithdrawn;
import org.stele.events.repatriation.BaselineCorrected;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.BaselineWithdrawn;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.events.screening.CaseEvent;

/** The record that an event is about: all that the fold reads or changes. */
public final class AffectedRecord {

    private AffectedRecord() {}

    /** Empty where the event changes nothing in a file. */
    public static Optional<FilingId> in(StateEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AttestationEvent e -> e.attestation();
                    case RepatriationNoticeRecorded e -> e.notice();
                    case RepatriationNoticeCorrected e -> e.notice();
                    case RepatriationNoticeWithdrawn e -> e.notice();
                    case BaselineDeclared e -> e.declaration();
                    case BaselineCorrected e -> e.declaration();
                    case BaselineWithdrawn e -> e.declaration();
                    case ArrivalRecorded e -> e.arrival();
                    case ArrivalCorrected e -> e.arrival();
                    case ArrivalWithdrawn e -> e.arrival();
                    case ExemptionClaimed e -> e.claim();
                    case ScopeClaimed e -> e.claim();
                    case ClaimDisputed e -> e.claim();
                    case ClaimUpheld e -> e.claim();
                    case ClaimWithdrawn e -> e.claim();
                    case PriorContractsNotified e -> e.notification();
                    case WorkAuthorizationApproved e -> e.approval();
                    case EvidenceRecorded e -> e.evidence();
                    case EvidenceResolved e -> e.evidence();
                    case DiscrepancyEvent e -> e.discrepancy();
                    case CaseEvent e -> e.screening();
                    case RedactedEvent e -> e.redaction();
                    default -> null;
                });
    }
}
