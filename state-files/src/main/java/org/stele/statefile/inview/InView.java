package org.stele.statefile.inview;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stele.events.FilingId;
import org.stele.statefile.ArrivalVersion;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.BaselineVersion;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Days;
import org.stele.statefile.Evidence;
import org.stele.statefile.FiledRecord;
import org.stele.statefile.FiledRecords;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.VerdictReading;

/**
 * The part of a State's file that is in view for a pair of dates (section 4, "In view"). Everything is in the order in
 * which it was recorded.
 *
 * @param verdicts those confirmed and standing, of either question
 * @param isWithheldInPart whether something is kept from who looks that a status of 4.3, a figure or a discrepancy would read (4.8)
 */
public record InView(
        List<AttestationReading> attestations,
        List<NoticeVersion> notices,
        List<BaselineVersion> baselines,
        List<ArrivalVersion> arrivals,
        List<ClaimReading> claims,
        List<Evidence> evidence,
        List<VerdictReading> verdicts,
        boolean isWithheldInPart) {

    public static InView of(StateFile file, KnownAttestations known, AsOf cut) {
        List<NoticeVersion> notices = notices(file, cut);
        List<ClaimReading> claims = seen(file.claims(), cut);
        return new InView(
                known.inView(),
                notices,
                seen(file.baselines(), cut),
                seen(file.arrivals(), cut),
                claims,
                seen(file.evidence(), cut),
                verdicts(file, cut),
                isWithheldInPart(known.inView(), notices, claims));
    }

    private static boolean isWithheldInPart(
            List<AttestationReading> attestations, List<NoticeVersion> notices, List<ClaimReading> claims) {
        for (AttestationReading attestation : attestations) {
            if (attestation.isEnveloped()) {
                return true;
            }
        }
        for (NoticeVersion notice : notices) {
            if (notice.isBanded()) {
                return true;
            }
        }
        return claims.stream().anyMatch(ClaimReading::banded);
    }

    /** The notices of a file that are in view. */
    public static List<NoticeVersion> notices(StateFile file, AsOf cut) {
        return seen(file.notices(), cut);
    }

    private static <R> List<R> seen(List<? extends FiledRecord> records, AsOf cut) {
        return FiledRecords.copyOf(records).inView(cut.effectiveOn(), cut.knownOn());
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
}
