package org.stele.statefile.inview;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stele.events.FilingId;
import org.stele.statefile.ArrivalVersion;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Days;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.FiledRecords;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.VerdictReading;

/**
 * The part of a State's file that is in view for a pair of dates (section 4, "In view"). Everything is in the order in
 * which it was recorded.
 *
 * @param verdicts those confirmed and standing, of either question
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
                notices(file, cut),
                versions(file.baselines(), cut, baseline -> baseline.knownAt(knownOn)),
                versions(file.arrivals(), cut, arrival -> arrival.knownAt(knownOn)),
                FiledRecords.copyOf(file.claims())
                        .inView(
                                effectiveOn,
                                knownOn,
                                claim -> claim.isInView(effectiveOn, knownOn)
                                        ? Optional.of(claim.readAt(knownOn))
                                        : Optional.empty()),
                FiledRecords.copyOf(file.evidence())
                        .inView(
                                effectiveOn,
                                knownOn,
                                one -> Optional.of(one).filter(evidence -> evidence.isInView(effectiveOn, knownOn))),
                verdicts(file, cut));
    }

    /** The notices of a file that are in view. */
    public static List<NoticeVersion> notices(StateFile file, AsOf cut) {
        return versions(file.notices(), cut, notice -> notice.knownAt(cut.knownOn()));
    }

    private static <T extends FiledRecord, V extends FiledVersion> List<V> versions(
            List<T> records, AsOf cut, Function<T, Optional<V>> known) {
        return FiledRecords.copyOf(records)
                .inView(
                        cut.effectiveOn(),
                        cut.knownOn(),
                        record -> known.apply(record)
                                .filter(version -> Days.isBy(version.effectiveDay(), cut.effectiveOn())));
    }

    /** The verdicts of a file that are confirmed and stand. */
    public static List<VerdictReading> verdicts(StateFile file, AsOf cut) {
        Set<FilingId> superseded = new HashSet<>();
        file.verdicts().forEach(record -> superseded.addAll(record.supersededBy(cut.knownOn())));
        return file.verdicts().stream()
                .filter(record -> !superseded.contains(record.id()))
                .map(record -> VerdictReading.of(record, cut.knownOn()))
                .filter(Objects::nonNull)
                .filter(verdict -> Days.isBy(verdict.confirmedOn(), cut.effectiveOn()))
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
