package org.stele.statefile.status;

import java.time.LocalDate;
import java.util.List;
import org.stele.events.MemberState;
import org.stele.statefile.StateFile;
import org.stele.statefile.discrepancy.Discrepancies;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.inview.AsOf;
import org.stele.statefile.inview.InView;
import org.stele.statefile.inview.KnownAttestations;
import org.stele.statefile.inview.SubmittedFiling;

/**
 * The view of one Member State on a day, as known on a day: its statuses side by side, and the flags beside them. There
 * is no single score (4.4).
 *
 * @param effectiveOn the day of the view, included
 * @param knownOn the day of knowledge, included
 * @param flags in the order of {@link Flag}
 * @param submitted filings made here and not yet received, in the order of the ledger
 * @param discrepancies in their order; none where something that a rule would read is kept from who looks
 * @param inView what the statuses and flags are computed from
 */
public record StateView(
        MemberState memberState,
        LocalDate effectiveOn,
        LocalDate knownOn,
        Repatriation repatriation,
        ReportTimeliness midtermReport,
        HalfRule halfRule,
        ReportTimeliness finalReport,
        List<Flag> flags,
        List<SubmittedFiling> submitted,
        InView inView,
        List<Discrepancy> discrepancies) {

    /** What may be said of {@code effectiveOn} with what was known on {@code knownOn}, both included. */
    public static StateView of(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        AsOf cut = new AsOf(effectiveOn, knownOn);
        KnownAttestations known = KnownAttestations.of(file.attestations(), cut);
        InView inView = InView.of(file, known, cut);
        Repatriation repatriation = Repatriation.of(inView, cut);
        HalfRule halfRule = HalfRule.of(known.midterm());
        List<Discrepancy> discrepancies =
                inView.isWithheldInPart() ? List.of() : Discrepancies.of(file, inView, effectiveOn, knownOn);
        return new StateView(
                file.memberState(),
                effectiveOn,
                knownOn,
                repatriation,
                ReportTimeliness.of(known.midterm()),
                halfRule,
                ReportTimeliness.of(known.finalReport()),
                Flags.of(inView, knownOn, repatriation, halfRule, discrepancies),
                known.submitted(),
                inView,
                discrepancies);
    }
}
