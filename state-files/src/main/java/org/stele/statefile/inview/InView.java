package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stele.events.FilingId;
import org.stele.statefile.ArrivalVersion;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Days;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.VerdictReading;
import org.stele.statefile.VerdictRecord;

/**
 * The part of a State's file that is in view for a pair of dates (section 4, "In view"). Everything is in the order in
 * which it was recorded.
 *
 * @param verdicts those confirmed and standing, of the question whether paragraph 8 applies
 */
public record InView(
        List<AttestationReading> attestations,
        List<NoticeVersion> notices,
        List<BaselineVersion> baselines,
        List<ArrivalVersion> arrivals,
        List<ClaimReading> claims,
        List<Evidence> evidence,
        List<VerdictReading> verdicts) {

    public static InView of(StateFile file, KnownAttestations known, AsOf cut) {
        LocalDate effectiveOn = cut.effectiveOn();
        LocalDate knownOn = cut.knownOn();
        return new InView(
                known.inView(),
                versions(file.notices().stream().map(notice -> notice.knownAt(knownOn)), effectiveOn),
                versions(file.baselines().stream().map(baseline -> baseline.knownAt(knownOn)), effectiveOn),
                versions(file.arrivals().stream().map(arrival -> arrival.knownAt(knownOn)), effectiveOn),
                file.claims().stream()
                        .filter(claim -> claim.isInView(effectiveOn, knownOn))
                        .map(claim -> claim.readAt(knownOn))
                        .toList(),
                file.evidence().stream()
                        .filter(one -> one.isInView(effectiveOn, knownOn))
                        .toList(),
                verdicts(file.verdicts(), effectiveOn, knownOn));
    }

    private static <V extends FiledVersion> List<V> versions(Stream<Optional<V>> known, LocalDate effectiveOn) {
        return known.flatMap(Optional::stream)
                .filter(version -> Days.isBy(version.effectiveDay(), effectiveOn))
                .toList();
    }

    private static List<VerdictReading> verdicts(
            List<VerdictRecord> records, LocalDate effectiveOn, LocalDate knownOn) {
        Set<FilingId> superseded = new HashSet<>();
        records.forEach(record -> superseded.addAll(record.supersededBy(knownOn)));
        return records.stream()
                .filter(record -> !superseded.contains(record.id()))
                .map(record -> VerdictReading.of(record, knownOn))
                .filter(Objects::nonNull)
                .filter(verdict -> Days.isBy(verdict.confirmedOn(), effectiveOn))
                .toList();
    }

    /** Whether the State itself stated anything of paragraph 8: attestation, notice or baseline (4.3, rule 2). */
    public boolean isSilent() {
        return notices.isEmpty()
                && baselines.isEmpty()
                && attestations.stream().noneMatch(AttestationReading::isOfParagraph8);
    }

    /** Whether something is kept from who looks that a status of 4.3, a figure or a discrepancy would read (4.8). */
    public boolean isWithheldInPart() {
        return attestations.stream().anyMatch(AttestationReading::isEnveloped)
                || claims.stream().anyMatch(ClaimReading::banded)
                || notices.stream().anyMatch(NoticeVersion::isBanded);
    }
}
