package org.stele.statefile.status;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.statefile.Attestation;
import org.stele.statefile.Days;
import org.stele.statefile.StateFile;
import org.stele.statefile.inview.KnownReports;

/**
 * Whether one of the two reports was received, and when (4.1).
 *
 * @param firstReceived the receipt that decides the status; null where no report is known
 */
public record ReportTimeliness(
        ObligationId obligation,
        TimelinessStatus status,
        LocalDate dueOn,
        @Nullable PartialDate firstReceived) {

    /** How a State's reports to some obligations stand on a day, in the order of the obligations. */
    public static List<ReportTimeliness> of(StateFile file, List<ObligationId> obligations, LocalDate cut) {
        Map<ObligationId, KnownReports> known = new EnumMap<>(ObligationId.class);
        obligations.forEach(obligation -> known.put(obligation, new KnownReports(obligation, cut)));
        for (Attestation attestation : file.attestations()) {
            KnownReports reports = known.get(attestation.obligation());
            if (reports != null) {
                reports.add(attestation, attestation.knownAt(cut).orElse(null));
            }
        }
        return known.values().stream().map(ReportTimeliness::of).toList();
    }

    static ReportTimeliness of(KnownReports reports) {
        LocalDate dueOn = requireNonNull(reports.obligation().dueOn());
        PartialDate first = reports.firstReceived();
        return new ReportTimeliness(
                reports.obligation(), first == null ? notMet(reports, dueOn) : met(first, dueOn), dueOn, first);
    }

    private static TimelinessStatus met(PartialDate received, LocalDate dueOn) {
        if (Days.isBy(received, dueOn)) {
            return TimelinessStatus.MET_ON_TIME;
        }
        return received.firstDay().isAfter(dueOn)
                ? TimelinessStatus.MET_LATE
                : TimelinessStatus.MET_TIMELINESS_UNDETERMINED;
    }

    private static TimelinessStatus notMet(KnownReports reports, LocalDate dueOn) {
        if (reports.perhapsReceived()) {
            return TimelinessStatus.RECEIPT_UNDETERMINED;
        }
        if (reports.day().isBefore(requireNonNull(reports.obligation().opensOn()))) {
            return TimelinessStatus.NOT_YET_OPEN;
        }
        return Days.isBy(reports.day(), dueOn) ? TimelinessStatus.OPEN : TimelinessStatus.OVERDUE;
    }
}
