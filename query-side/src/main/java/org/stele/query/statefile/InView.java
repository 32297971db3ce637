package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The part of a State's file that is in view for a pair of dates (section 4, "In view"). Everything is in the order in
 * which it was recorded.
 */
public record InView(
        List<AttestationReading> attestations,
        List<NoticeVersion> notices,
        List<DeclaredBaseline> baselines,
        List<ClaimReading> claims,
        List<Evidence> evidence) {

    static InView of(StateFile file, KnownAttestations known, AsOf cut) {
        LocalDate effectiveOn = cut.effectiveOn();
        LocalDate knownOn = cut.knownOn();
        return new InView(
                known.inView(),
                file.notices().stream()
                        .map(notice -> notice.knownAt(knownOn))
                        .flatMap(Optional::stream)
                        .filter(notice -> Days.isBy(notice.effectiveDay(), effectiveOn))
                        .toList(),
                file.baselines().stream()
                        .filter(baseline -> Days.isBy(baseline.received(), knownOn)
                                && Days.isBy(baseline.effectiveDay(), effectiveOn))
                        .toList(),
                file.claims().stream()
                        .filter(claim -> claim.isInView(effectiveOn, knownOn))
                        .map(claim -> claim.readAt(knownOn))
                        .toList(),
                file.evidence().stream()
                        .filter(one -> one.isInView(effectiveOn, knownOn))
                        .toList());
    }

    /** Whether the State itself stated anything: attestation, notice or baseline (4.3, rule 2). */
    boolean isSilent() {
        return attestations.isEmpty() && notices.isEmpty() && baselines.isEmpty();
    }
}
