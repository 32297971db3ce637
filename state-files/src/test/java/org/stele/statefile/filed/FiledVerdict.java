package org.stele.statefile.filed;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreenerSettings;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;
import org.stele.statefile.filed.Table.Row;

/** The events that a row of a confirmed verdict becomes. */
final class FiledVerdict {

    private FiledVerdict() {}

    /** A screening with hits, its verdict, and the day on which that ended, if it did. */
    static Map<StateEvent, LocalDate> of(Row row, FilingId id) {
        MemberState state = row.memberState();
        LocalDate confirmed = LocalDate.parse(row.text("confirmed"));
        Disposition disposition = Disposition.valueOf(row.text("disposition"));
        Map<StateEvent, LocalDate> events = new LinkedHashMap<>();
        events.put(
                new ScreeningHitsRecorded(
                        state,
                        id,
                        new SubjectRef(id.value()),
                        SubjectKind.PERSON,
                        row.text("question").equals("PARAGRAPH_8") ? Question.PARAGRAPH_8 : Question.DESIGNATION,
                        Trigger.ONBOARDING,
                        Screener.STELE,
                        null,
                        new ScreenerSettings(null, null, null, null, null, null),
                        List.of(),
                        List.of()),
                confirmed);
        events.put(
                new ScreeningVerdictProposed(
                        state, id, disposition, List.of(), "CODE", "Why.", null, List.of(), "a", null, null),
                confirmed);
        events.put(new ScreeningVerdictConfirmed(state, id, disposition, "a", "b", null), confirmed);
        if (row.textOrNull("ended") != null) {
            events.put(
                    new ScreeningReopened(state, id, ReopeningCause.SUBJECT_CHANGE, null, List.of(), "Another paper."),
                    LocalDate.parse(row.text("ended")));
        }
        return events;
    }
}
