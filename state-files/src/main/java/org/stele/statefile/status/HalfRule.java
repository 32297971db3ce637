package org.stele.statefile.status;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.events.PersonsCount;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.inview.KnownReports;

/**
 * The half rule of the midterm report (4.2).
 *
 * @param midterm the report that it reads; null where none is known
 */
public record HalfRule(HalfRuleStatus status, @Nullable AttestationReading midterm) {

    static HalfRule of(KnownReports reports) {
        AttestationReading midterm = reports.latest();
        return new HalfRule(midterm == null ? withoutReport(reports.day()) : status(midterm), midterm);
    }

    /** Whether the status follows from a report in which others worked out some figure. */
    public boolean isDerived() {
        return midterm != null
                && midterm.content().figuresDerived()
                && switch (status) {
                    case NOT_YET_OPEN, NO_REPORT, ASSERTED_NOT_VERIFIABLE, UNDETERMINED, WITHHELD -> false;
                    case NOT_APPLICABLE -> !midterm.content().declaredNil();
                    case NOT_TRIGGERED, EXPLAINED, UNEXPLAINED -> true;
                };
    }

    private static HalfRuleStatus withoutReport(LocalDate cut) {
        return cut.isBefore(requireNonNull(ObligationId.REP_HALF.opensOn()))
                ? HalfRuleStatus.NOT_YET_OPEN
                : HalfRuleStatus.NO_REPORT;
    }

    private static HalfRuleStatus status(AttestationReading midterm) {
        if (midterm.isEnveloped()) {
            return HalfRuleStatus.WITHHELD;
        }
        PersonsCount baseline = midterm.baselineCount();
        PersonsCount repatriated = midterm.workers().repatriated();
        if (midterm.content().declaredNil() || (baseline != null && baseline.value() == 0)) {
            return HalfRuleStatus.NOT_APPLICABLE;
        }
        if (baseline == null || repatriated == null) {
            return midterm.content().assertsMoreThanHalf()
                    ? HalfRuleStatus.ASSERTED_NOT_VERIFIABLE
                    : HalfRuleStatus.UNDETERMINED;
        }
        if (2L * repatriated.value() >= baseline.value()) {
            return HalfRuleStatus.NOT_TRIGGERED;
        }
        return midterm.isExplained() ? HalfRuleStatus.EXPLAINED : HalfRuleStatus.UNEXPLAINED;
    }
}
