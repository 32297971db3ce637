package org.stele.query.statefile;

import java.util.List;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.RepatriationEvent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;

/** The notices and declared baselines of a file while it is being folded. */
final class RepatriationFold {

    private final RecordsBuilder<Notice> notices;
    private final RecordsBuilder<DeclaredBaseline> baselines;

    RepatriationFold(List<Notice> notices, List<DeclaredBaseline> baselines) {
        this.notices = new RecordsBuilder<>("notice", notices);
        this.baselines = new RecordsBuilder<>("baseline", baselines);
    }

    void apply(LedgerEvent recorded, RepatriationEvent event) {
        long position = recorded.position();
        switch (event) {
            case RepatriationNoticeRecorded e ->
                notices.add(
                        e.notice(),
                        position,
                        new Notice(
                                e.notice(),
                                List.of(NoticeVersion.of(recorded, e.notice(), 1, e.content(), e.received())),
                                List.of()));
            case RepatriationNoticeCorrected e ->
                notices.change(
                        e.notice(),
                        position,
                        notice -> notice.with(
                                NoticeVersion.of(recorded, e.notice(), e.version(), e.content(), e.received())));
            case RepatriationNoticeWithdrawn e ->
                notices.change(e.notice(), position, notice -> notice.withdraw(new DatedFact(e.received(), position)));
            case BaselineDeclared e ->
                baselines.add(
                        e.declaration(),
                        position,
                        new DeclaredBaseline(
                                e.declaration(),
                                e.category(),
                                e.baseline(),
                                e.asOf(),
                                e.received(),
                                position,
                                recorded.recordedOn()));
            case ArrivalRecorded _ -> {
                // No status and no flag of section 4 reads arrivals.
            }
        }
    }

    List<Notice> notices() {
        return notices.toList();
    }

    List<DeclaredBaseline> baselines() {
        return baselines.toList();
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return Math.max(notices.lastPosition(), baselines.lastPosition());
    }
}
