package org.stele.statefile.status;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.across.SharedSubjects;
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
 * @param found the discrepancies
 * @param inView what the statuses and flags are computed from
 * @param shared what filings of other States say of the same subjects; nothing for an audience that is not told
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
        Discrepancies found,
        SharedSubjects shared) {

    /** What one State's file alone says of {@code effectiveOn} with what was known on {@code knownOn}, both included. */
    public static StateView of(StateFile file, LocalDate effectiveOn, LocalDate knownOn) {
        return of(file, effectiveOn, knownOn, null);
    }

    /**
     * The same beside the files of the other States.
     *
     * @param across null for an audience that does not see what two States' files have in common (4.8)
     */
    public static StateView of(
            StateFile file, LocalDate effectiveOn, LocalDate knownOn, @Nullable AcrossStates across) {
        AsOf cut = new AsOf(effectiveOn, knownOn);
        KnownAttestations known = KnownAttestations.of(file.attestations(), cut);
        InView inView = InView.of(file, known, cut);
        Repatriation repatriation = Repatriation.of(inView, cut);
        HalfRule halfRule = HalfRule.of(known.midterm());
        SharedSubjects shared = across == null ? SharedSubjects.NOTHING : across.of(file, cut);
        Discrepancies found = new Discrepancies(file, inView, cut, shared);
        return new StateView(
                file.memberState(),
                effectiveOn,
                knownOn,
                repatriation,
                ReportTimeliness.of(known.midterm()),
                halfRule,
                ReportTimeliness.of(known.finalReport()),
                Flags.of(inView, knownOn, repatriation, halfRule, found),
                known.submitted(),
                inView,
                found,
                shared);
    }

    /** In their order; none where something that a rule would read is kept from who looks. */
    public List<Discrepancy> discrepancies() {
        return found.all();
    }

    /** The rules of 4.5 that could not be applied, because a reference to a subject cannot be read now. */
    public List<DiscrepancyCode> notComputed() {
        return shared.complete() ? List.of() : List.of(DiscrepancyCode.SUBJECT_IN_TWO_STATES);
    }
}
