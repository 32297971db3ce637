package org.stele.statefile;

import java.util.stream.LongStream;
import org.stele.events.MemberState;
import org.stele.events.access.OfficialEvent;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.claims.ClaimEvent;
import org.stele.events.discrepancies.DiscrepancyEvent;
import org.stele.events.evidence.EvidenceEvent;
import org.stele.events.repatriation.RepatriationEvent;
import org.stele.events.screening.CaseEvent;

/** One pass over some events of one State, opened on a file and closed into the next file. */
final class Fold {

    private final MemberState memberState;
    private final AttestationFold attestations;
    private final RepatriationFold repatriation;
    private final ClaimFold claims;
    private final EvidenceFold evidence;
    private final AnswerFold answers;
    private final VerdictFold verdicts;
    private final OmissionFold omissions;
    private final long changedBefore;
    private long cursor;

    Fold(StateFile file) {
        memberState = file.memberState();
        changedBefore = file.lastPosition();
        cursor = file.lastPosition();
        attestations = new AttestationFold(file.attestations());
        repatriation = new RepatriationFold(file.notices(), file.baselines(), file.arrivals());
        claims = new ClaimFold(file.claims(), file.contracts(), file.approvals());
        evidence = new EvidenceFold(file.evidence());
        answers = new AnswerFold(file.answered());
        verdicts = new VerdictFold(file.verdicts());
        omissions = new OmissionFold(file.omitted());
    }

    /** Leaves out what does not fit, because it may rest on an event that is not given. */
    void expectMissing() {
        omissions.expectMissing();
    }

    void apply(LedgerEvent recorded) {
        requireNext(recorded);
        try {
            take(recorded);
        } catch (RuntimeException e) {
            // Where something was removed, what rests on it does not fit any more.
            if (!omissions.mayBeMissing()) {
                throw e;
            }
            omissions.omit(recorded);
        }
        cursor = recorded.position();
    }

    private void take(LedgerEvent recorded) {
        switch (recorded.event()) {
            case AttestationEvent event -> attestations.apply(recorded, event);
            case RepatriationEvent event -> repatriation.apply(recorded, event);
            case ClaimEvent event -> claims.apply(recorded, event);
            case EvidenceEvent event -> evidence.apply(recorded, event);
            case DiscrepancyEvent event -> answers.apply(recorded, event);
            case CaseEvent event -> verdicts.apply(recorded, event);
            case RedactedEvent event -> omissions.apply(recorded, event);
            case OfficialEvent _ -> {
                // Who may act for the State is no part of what it filed: AccessRegister has it.
            }
            default ->
                throw new IllegalArgumentException("No register takes a %s."
                        .formatted(recorded.event().getClass().getSimpleName()));
        }
    }

    StateFile toStateFile() {
        return new StateFile(
                memberState,
                lastPosition(),
                attestations.toList(),
                repatriation.notices(),
                repatriation.baselines(),
                repatriation.arrivals(),
                claims.toList(),
                claims.contracts(),
                claims.approvals(),
                evidence.toList(),
                answers.toList(),
                verdicts.toList(),
                omissions.toList());
    }

    private long lastPosition() {
        return LongStream.of(
                        changedBefore,
                        attestations.lastPosition(),
                        repatriation.lastPosition(),
                        claims.lastPosition(),
                        evidence.lastPosition(),
                        answers.lastPosition(),
                        verdicts.lastPosition(),
                        omissions.lastPosition())
                .max()
                .orElseThrow();
    }

    private void requireNext(LedgerEvent recorded) {
        if (recorded.event().memberState() != memberState) {
            throw new IllegalArgumentException("Expected an event about %s, got one about %s at position %s."
                    .formatted(memberState, recorded.event().memberState(), recorded.position()));
        }
        if (recorded.position() <= cursor) {
            throw new IllegalArgumentException(
                    "Expected an event after position %s, got position %s; fold the events in the ledger's order."
                            .formatted(cursor, recorded.position()));
        }
    }
}
