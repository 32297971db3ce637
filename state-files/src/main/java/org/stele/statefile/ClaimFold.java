package org.stele.statefile;

import java.util.List;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimEvent;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.PriorContractsNotified;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.WorkAuthorizationApproved;

/** The claims of a file while it is being folded. */
final class ClaimFold {

    private final RecordsBuilder<Claim> claims;
    private final RecordsBuilder<PriorContracts> contracts;
    private final RecordsBuilder<WorkApproval> approvals;

    ClaimFold(List<Claim> claims, List<PriorContracts> contracts, List<WorkApproval> approvals) {
        this.claims = new RecordsBuilder<>("claim", claims);
        this.contracts = new RecordsBuilder<>("notification", contracts);
        this.approvals = new RecordsBuilder<>("approval", approvals);
    }

    void apply(LedgerEvent recorded, ClaimEvent event) {
        long position = recorded.position();
        switch (event) {
            case ExemptionClaimed e -> claims.add(e.claim(), position, claim(recorded, e));
            case ScopeClaimed e -> claims.add(e.claim(), position, claim(recorded, e));
            case ClaimDisputed e ->
                claims.change(
                        e.claim(),
                        position,
                        claim -> claim.dispute(new Dispute(e.disputedBy(), e.disputed(), e.reason(), position)));
            case ClaimUpheld e ->
                claims.change(e.claim(), position, claim -> claim.uphold(new DatedFact(e.upheld(), position)));
            case ClaimWithdrawn e ->
                claims.change(e.claim(), position, claim -> claim.withdraw(new DatedFact(e.withdrawn(), position)));
            case PriorContractsNotified e ->
                contracts.add(
                        e.notification(),
                        position,
                        new PriorContracts(
                                e.notification(),
                                e.count(),
                                e.expectedEnd(),
                                e.received(),
                                position,
                                recorded.recordedOn()));
            case WorkAuthorizationApproved e ->
                approvals.add(
                        e.approval(),
                        position,
                        new WorkApproval(
                                e.approval(), e.count(), e.purpose(), e.approvedOn(), position, recorded.recordedOn()));
        }
    }

    List<Claim> toList() {
        return claims.toList();
    }

    List<PriorContracts> contracts() {
        return contracts.toList();
    }

    List<WorkApproval> approvals() {
        return approvals.toList();
    }

    private static Claim claim(LedgerEvent recorded, ExemptionClaimed e) {
        return new Claim(
                e.claim(),
                Claim.Kind.EXEMPTION,
                e.ground() == null ? null : e.ground().name(),
                e.ground() == null || e.ground().isProtected(),
                e.count(),
                false,
                e.effectiveOn(),
                e.claimed(),
                e.summary(),
                e.source(),
                e.sealed(),
                recorded.position(),
                recorded.recordedOn(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Claim claim(LedgerEvent recorded, ScopeClaimed e) {
        return new Claim(
                e.claim(),
                Claim.Kind.SCOPE,
                e.ground().name(),
                false,
                e.count(),
                false,
                e.effectiveOn(),
                e.claimed(),
                e.summary(),
                e.source(),
                null,
                recorded.position(),
                recorded.recordedOn(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return Math.max(claims.lastPosition(), Math.max(contracts.lastPosition(), approvals.lastPosition()));
    }
}
