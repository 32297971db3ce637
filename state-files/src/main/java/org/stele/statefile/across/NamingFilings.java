package org.stele.statefile.across;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.Notice;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.StateFile;
import org.stele.statefile.VerdictReading;
import org.stele.statefile.VerdictRecord;
import org.stele.statefile.inview.AsOf;
import org.stele.statefile.inview.InView;

/**
 * The filings of one State that name subjects, in a ledger of one size.
 *
 * @param byPosition all of them, by the position of each event that names a subject
 * @param inView those in view: notices of workers, and verdicts that stand
 */
record NamingFilings(Map<Long, FilingId> byPosition, Map<FilingId, InViewOne> inView) {

    /**
     * One filing in view.
     *
     * @param named the position of the event that names its subjects, as it is in view
     * @param leftFor the code of where the persons went, of a notice that they went elsewhere than home; null otherwise
     * @param other the same as others than its State see it
     */
    record InViewOne(long named, @Nullable String leftFor, OtherFiling other) {}

    static NamingFilings of(StateFile file, AsOf cut) {
        Map<Long, FilingId> byPosition = new HashMap<>();
        for (Notice notice : file.notices()) {
            for (NoticeVersion version : notice.versions()) {
                if (version.ofSubjects()) {
                    byPosition.put(version.position(), notice.id());
                }
            }
        }
        for (VerdictRecord verdict : file.verdicts()) {
            byPosition.put(verdict.firstPosition(), verdict.id());
        }
        Map<FilingId, InViewOne> inView = new HashMap<>();
        if (!byPosition.isEmpty()) {
            InView.notices(file, cut).stream()
                    .filter(notice -> notice.isOfWorkers() && notice.ofSubjects())
                    .forEach(notice -> inView.put(notice.id(), of(file, notice)));
            InView.verdicts(file, cut).forEach(verdict -> inView.put(verdict.id(), of(file, verdict)));
        }
        return new NamingFilings(byPosition, inView);
    }

    private static InViewOne of(StateFile file, NoticeVersion notice) {
        return new InViewOne(
                notice.position(),
                notice.outcome() == Outcome.DEPARTED_NOT_REPATRIATED ? notice.destination() : null,
                new OtherFiling(file.memberState(), notice.id(), notice.filedAt(), notice.number(), notice.position()));
    }

    private static InViewOne of(StateFile file, VerdictReading verdict) {
        return new InViewOne(
                verdict.filedAt(),
                null,
                new OtherFiling(file.memberState(), verdict.id(), verdict.filedAt(), null, verdict.position()));
    }

    /** The one in view in which the event at a position names its subjects; null where it is not in view, or says otherwise now. */
    @Nullable
    InViewOne naming(long position) {
        FilingId id = byPosition.get(position);
        InViewOne one = id == null ? null : inView.get(id);
        return one != null && one.named() == position ? one : null;
    }

    /** Whether one of the events at these positions is in view. */
    boolean namesAny(Set<Long> positions) {
        return positions.stream().anyMatch(at -> naming(at) != null);
    }
}
