package org.stele.query.statefile;

import java.util.stream.LongStream;
import org.stele.events.MemberState;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.claims.ClaimEvent;
import org.stele.events.evidence.EvidenceEvent;
import org.stele.events.repatriation.RepatriationEvent;

/** One pass over some events of one State, opened on a file and closed into the next file. */
final class Fold {

    private final MemberState memberState;
    private final AttestationFold attestations;
    private final RepatriationFold repatriation;
    private final ClaimFold claims;
    private final EvidenceFold evidence;
    private final long changedBefore;
    private long cursor;

    Fold(StateFile file) {
        memberState = file.memberState();
        changedBefore = file.lastPosition();
        cursor = file.lastPosition();
        attestations = new AttestationFold(file.attestations());
        repatriation = new RepatriationFold(file.notices(), file.baselines());
        claims = new ClaimFold(file.claims());
        evidence = new EvidenceFold(file.evidence());
    }

    void apply(LedgerEvent recorded) {
        requireNext(recorded);
        switch (recorded.event()) {
            case AttestationEvent event -> attestations.apply(recorded, event);
            case RepatriationEvent event -> repatriation.apply(recorded, event);
            case ClaimEvent event -> claims.apply(recorded, event);
            case EvidenceEvent event -> evidence.apply(recorded, event);
            default -> {
                // Section 5: a verdict alone never changes a State's statuses.
            }
        }
        cursor = recorded.position();
    }

    StateFile toStateFile() {
        return new StateFile(
                memberState,
                lastPosition(),
                attestations.toList(),
                repatriation.notices(),
                repatriation.baselines(),
                claims.toList(),
                evidence.toList());
    }

    private long lastPosition() {
        return LongStream.of(
                        changedBefore,
                        attestations.lastPosition(),
                        repatriation.lastPosition(),
                        claims.lastPosition(),
                        evidence.lastPosition())
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
