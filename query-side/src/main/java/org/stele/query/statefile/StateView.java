package org.stele.query.statefile;

import java.time.LocalDate;
import java.util.List;
import org.stele.events.MemberState;

/**
 * The view of one Member State on a day, as known on a day: its statuses side by side, and the flags beside them. There
 * is no single score (4.4).
 *
 * @param effectiveOn the day of the view, included
 * @param knownOn the day of knowledge, included
 * @param flags in the order of {@link Flag}
 * @param submitted filings made here and not yet received, in the order of the ledger
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
        InView inView) {

    static StateView of(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        AsOf cut = new AsOf(effectiveOn, knownOn);
        KnownAttestations known = KnownAttestations.of(file.attestations(), cut);
        InView inView = InView.of(file, known, cut);
        Repatriation repatriation = Repatriation.of(inView, cut);
        HalfRule halfRule = HalfRule.of(known.midterm());
        return new StateView(
                file.memberState(),
                effectiveOn,
                knownOn,
                repatriation,
                ReportTimeliness.of(known.midterm()),
                halfRule,
                ReportTimeliness.of(known.finalReport()),
                Flags.of(inView, knownOn, repatriation, halfRule),
                known.submitted(),
                inView);
    }
}
