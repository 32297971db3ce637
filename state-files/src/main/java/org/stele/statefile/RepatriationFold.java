package org.stele.statefile;

import java.util.List;
import org.stele.events.repatriation.ArrivalCorrected;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.ArrivalWithdrawn;
import org.stele.events.repatriation.BaselineCorrected;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.BaselineWithdrawn;
import org.stele.events.repatriation.RepatriationEvent;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;

/** The notices, declared baselines and arrivals of a file while it is being folded. */
final class RepatriationFold {

    private final RecordsBuilder<Notice> notices;
    private final RecordsBuilder<DeclaredBaseline> baselines;
    private final RecordsBuilder<Arrival> arrivals;

    RepatriationFold(List<Notice> notices, List<DeclaredBaseline> baselines, List<Arrival> arrivals) {
        this.notices = new RecordsBuilder<>("notice", notices);
        this.baselines = new RecordsBuilder<>("baseline", baselines);
        this.arrivals = new RecordsBuilder<>("arrival", arrivals);
    }

    void apply(LedgerEvent recorded, RepatriationEvent event) {
        long position = recorded.position();
        switch (event) {
            case RepatriationNoticeRecorded e ->
                notices.add(
                        e.notice(),
                        position,
                        new Notice(NoticeVersion.of(
                                recorded, e.notice(), 1, e.content(), e.received(), e.source(), position)));
            case RepatriationNoticeCorrected e ->
                notices.change(
                        e.notice(),
                        position,
                        notice -> notice.with(NoticeVersion.of(
                                recorded,
                                e.notice(),
                                e.version(),
                                e.content(),
                                e.received(),
                                null,
                                notice.firstPosition())));
            case RepatriationNoticeWithdrawn e ->
                notices.change(e.notice(), position, notice -> notice.withdraw(new DatedFact(e.received(), position)));
            case BaselineDeclared e -> baselines.add(e.declaration(), position, baseline(recorded, e));
            case BaselineCorrected e ->
                baselines.change(e.declaration(), position, one -> one.with(version(recorded, e, one.firstPosition())));
            case BaselineWithdrawn e ->
                baselines.change(e.declaration(), position, one -> one.withdraw(new DatedFact(e.received(), position)));
            case ArrivalRecorded e -> arrivals.add(e.arrival(), position, arrival(recorded, e));
            case ArrivalCorrected e ->
                arrivals.change(e.arrival(), position, one -> one.with(version(recorded, e, one.firstPosition())));
            case ArrivalWithdrawn e ->
                arrivals.change(e.arrival(), position, one -> one.withdraw(new DatedFact(e.received(), position)));
        }
    }

    private static DeclaredBaseline baseline(LedgerEvent recorded, BaselineDeclared e) {
        return new DeclaredBaseline(new BaselineVersion(
                e.declaration(),
                1,
                e.category(),
                e.baseline(),
                e.asOf(),
                e.received(),
                e.source(),
                recorded.position(),
                recorded.position(),
                recorded.recordedOn()));
    }

    private static BaselineVersion version(LedgerEvent recorded, BaselineCorrected e, long filedAt) {
        return new BaselineVersion(
                e.declaration(),
                e.version(),
                e.category(),
                e.baseline(),
                e.asOf(),
                e.received(),
                null,
                filedAt,
                recorded.position(),
                recorded.recordedOn());
    }

    private static Arrival arrival(LedgerEvent recorded, ArrivalRecorded e) {
        return new Arrival(new ArrivalVersion(
                e.arrival(),
                1,
                e.category(),
                e.count(),
                e.arrived(),
                e.received(),
                e.source(),
                recorded.position(),
                recorded.position(),
                recorded.recordedOn()));
    }

    private static ArrivalVersion version(LedgerEvent recorded, ArrivalCorrected e, long filedAt) {
        return new ArrivalVersion(
                e.arrival(),
                e.version(),
                e.category(),
                e.count(),
                e.arrived(),
                e.received(),
                null,
                filedAt,
                recorded.position(),
                recorded.recordedOn());
    }

    List<Notice> notices() {
        return notices.toList();
    }

    List<DeclaredBaseline> baselines() {
        return baselines.toList();
    }

    List<Arrival> arrivals() {
        return arrivals.toList();
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return Math.max(arrivals.lastPosition(), Math.max(notices.lastPosition(), baselines.lastPosition()));
    }
}
