package org.stele.statefile.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.statefile.across.OtherFiling;
import org.stele.statefile.change.Cause.Kind;

/**
 * One thing that a view rests on.
 *
 * @param other the State whose filing it is, where that is another one; null for this State's
 * @param number tells several of one kind and id apart; 0 where there is one alone
 * @param version of the filing; null where what it is has none
 * @param position of the event that made it what it is
 * @param whole whether it is seen whole
 */
record Ground(
        @Nullable MemberState other,
        Kind kind,
        FilingId id,
        long number,
        @Nullable Integer version,
        long position,
        boolean whole) {

    static Ground of(Kind kind, FilingId id, long position) {
        return new Ground(null, kind, id, 0, null, position, true);
    }

    /** A filing of another State. */
    static Ground of(OtherFiling filing) {
        Kind kind = filing.version() == null ? Kind.VERDICT : Kind.NOTICE;
        return new Ground(filing.memberState(), kind, filing.id(), 0, filing.version(), filing.position(), true);
    }

    /** One of several of its kind and id, which the position of its event tells apart. */
    static Ground oneOf(Kind kind, FilingId id, long position) {
        return new Ground(null, kind, id, position, null, position, true);
    }

    /** The same thing, whichever version, among some. */
    @Nullable
    Ground in(List<Ground> others) {
        for (Ground one : others) {
            if (kind == one.kind && number == one.number && id.equals(one.id)) {
                return one;
            }
        }
        return null;
    }

    Cause cause() {
        return new Cause(other, kind, id, version, position);
    }
}
