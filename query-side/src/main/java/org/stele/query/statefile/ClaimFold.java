package org.stele.query.statefile;

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

    ClaimFold(List<Claim> claims) {
        this.claims = new RecordsBuilder<>("claim", claims);
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
            case PriorContractsNotified _, WorkAuthorizationApproved _ -> {
                // They concern S/RES/2371 and 2375, not paragraph 8.
            }
        }
    }

    List<Claim> toList() {
        return claims.toList();
    }

    private static Claim claim(LedgerEvent recorded, ExemptionClaimed e) {
        return new Claim(
                e.claim(),
                Claim.Kind.EXEMPTION,
                e.ground().name(),
                e.count(),
                e.effectiveOn(),
                e.claimed(),
                e.summary(),
                e.source(),
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
                e.count(),
                e.effectiveOn(),
                e.claimed(),
                e.summary(),
                e.source(),
                recorded.position(),
                recorded.recordedOn(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return claims.lastPosition();
    }
}
