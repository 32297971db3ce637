package org.stele.command.rules;

import java.time.LocalDate;
import org.stele.command.entry.Rejected;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.evidence.EvidenceKind;

/** A report of a monitoring body was received while that body was at work (rules, section 2). */
public final class ReportTime {

    private static final LocalDate MSMT_FIRST_DAY = LocalDate.of(2024, 10, 1);

    private ReportTime() {}

    /** Refuses evidence of a kind that did not exist when it was received; the field is named in the refusal. */
    public static void require(EvidenceKind kind, String field, PartialDate received) {
        if (kind == EvidenceKind.PANEL_REPORT) {
            PanelMandate.require(MonitoringBody.PANEL, field, received);
        }
        if (kind == EvidenceKind.MSMT_REPORT && received.lastDay().isBefore(MSMT_FIRST_DAY)) {
            throw Rejected.rule(
                    field,
                    "msmt-not-established",
                    "The MSMT was established in October 2024; got a report received on %s.".formatted(received));
        }
    }
}
