package org.stele.query.statefile;

import java.time.LocalDate;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;

/** One version of a repatriation notice, without the references of the persons it is about. */
public record NoticeVersion(
        FilingId notice,
        int number,
        PersonsCategory category,
        PersonsCount count,
        PartialDate departed,
        Outcome outcome,
        PartialDate received,
        long position,
        LocalDate recordedOn)
        implements Fact {

    static NoticeVersion of(
            LedgerEvent recorded, FilingId notice, int number, NoticeContent content, PartialDate received) {
        return new NoticeVersion(
                notice,
                number,
                content.category(),
                content.count(),
                content.departed(),
                content.outcome(),
                received,
                recorded.position(),
                recorded.recordedOn());
    }

    boolean isReceivedBy(LocalDate day) {
        return Days.isBy(received, day);
    }

    /** The earlier of the last day of the departure and of its receipt: a departure is reported after it happened. */
    public LocalDate effectiveDay() {
        return Days.earlier(departed.lastDay(), received.lastDay());
    }
}
