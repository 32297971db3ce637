package org.stele.query.statefile;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;

/**
 * Whether one of the two reports came, and when (4.1).
 *
 * @param firstReceived the receipt that the status goes by; null where no report is known
 */
public record ReportTimeliness(
        ObligationId obligation,
        TimelinessStatus status,
        LocalDate dueOn,
        @Nullable PartialDate firstReceived) {

    static ReportTimeliness of(StateFile file, ObligationId obligation, LocalDate cut) {
        LocalDate dueOn = requireNonNull(obligation.dueOn());
        Optional<PartialDate> first = firstReceived(file, obligation, cut);
        TimelinessStatus status =
                first.map(received -> met(received, dueOn)).orElseGet(() -> notMet(file, obligation, cut));
        return new ReportTimeliness(obligation, status, dueOn, first.orElse(null));
    }

    /** 4.1: the first received, by its first version; between equal receipts the position changes nothing. */
    private static Optional<PartialDate> firstReceived(StateFile file, ObligationId obligation, LocalDate cut) {
        return InView.knownAt(file, obligation, cut).stream()
                .map(AttestationReading::firstReceived)
                .min(Comparator.comparing(PartialDate::lastDay).thenComparing(PartialDate::firstDay));
    }

    private static TimelinessStatus met(PartialDate received, LocalDate dueOn) {
        if (Days.isBy(received, dueOn)) {
            return TimelinessStatus.MET_ON_TIME;
        }
        return received.firstDay().isAfter(dueOn)
                ? TimelinessStatus.MET_LATE
                : TimelinessStatus.MET_TIMELINESS_UNDETERMINED;
    }

    private static TimelinessStatus notMet(StateFile file, ObligationId obligation, LocalDate cut) {
        boolean perhapsReceived = file.attestations().stream()
                .anyMatch(attestation -> attestation.obligation() == obligation && attestation.mayBeReceivedBy(cut));
        if (perhapsReceived) {
            return TimelinessStatus.RECEIPT_UNDETERMINED;
        }
        if (cut.isBefore(requireNonNull(obligation.opensOn()))) {
            return TimelinessStatus.NOT_YET_OPEN;
        }
        return Days.isBy(cut, requireNonNull(obligation.dueOn())) ? TimelinessStatus.OPEN : TimelinessStatus.OVERDUE;
    }
}
