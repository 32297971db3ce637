package org.stele.command.discrepancies;

import java.time.LocalDate;
import java.util.List;
import org.stele.command.testing.People;
import org.stele.command.testing.Samples;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.status.StateView;

/** A notice that came 181 days after the departure, which is a discrepancy with itself, and one that came a day sooner. */
public final class LateNotice {

    public static final FilingId FILING = Samples.FILING;

    private static final PartialDate DEPARTED = PartialDate.parse("2026-05-01");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);

    private LateNotice() {}

    public static RepatriationNoticeRecorded of(MemberState state, FilingId id, int count) {
        return received(state, id, count, DAY);
    }

    public static RepatriationNoticeRecorded inTime(MemberState state, FilingId id) {
        return received(state, id, 12, DAY.minusDays(1));
    }

    private static RepatriationNoticeRecorded received(MemberState state, FilingId id, int count, LocalDate day) {
        NoticeContent content = new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(count),
                List.of(),
                null,
                DEPARTED,
                "PRK",
                Outcome.REPATRIATED,
                Mode.RAIL,
                null,
                null,
                null);
        return new RepatriationNoticeRecorded(state, id, content, PartialDate.of(day), null);
    }

    /** The discrepancy that the rules find in it. */
    public static DiscrepancySubject subject(MemberState state, FilingId id, int count) {
        LocalDate today = People.TODAY;
        StateFile file = StateFile.empty(state).evolve(new LedgerEvent(1, today, of(state, id, count)));
        return StateView.of(file, today, today).discrepancies().getFirst().subject();
    }
}
