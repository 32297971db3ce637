package org.stele.command.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;

/** The end of the Panel of Experts' mandate, which was not renewed (rules, section 2). */
public final class PanelMandate {

    public static final LocalDate LAST_DAY = LocalDate.of(2024, 4, 30);

    private PanelMandate() {}

    /** Refuses an act of the Panel that is dated entirely after its last day. Another body, or none, passes. */
    public static void require(@Nullable MonitoringBody body, String field, PartialDate done) {
        if (body == MonitoringBody.PANEL && done.firstDay().isAfter(LAST_DAY)) {
            throw Rejected.rule(
                    field,
                    "panel-mandate-ended",
                    "The Panel of Experts recorded nothing after %s; got %s.".formatted(LAST_DAY, done));
        }
    }
}
