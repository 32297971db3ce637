package org.stele.statefile.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.statefile.change.Cause.Kind;

/**
 * One thing that a view rests on.
 *
 * @param number tells several of one kind and id apart; 0 where there is one alone
 * @param version of the filing; null where what it is has none
 * @param position of the event that made it what it is
 * @param whole whether it is seen whole
 */
record Ground(Kind kind, FilingId id, long number, @Nullable Integer version, long position, boolean whole) {

    static Ground of(Kind kind, FilingId id, long position) {
        return new Ground(kind, id, 0, null, position, true);
    }

    /** One of several of its kind and id, which the position of its event tells apart. */
    static Ground oneOf(Kind kind, FilingId id, long position) {
        return new Ground(kind, id, position, null, position, true);
    }

    /** The same thing, whichever version, among some. */
    @Nullable
    Ground in(List<Ground> others) {
        for (Ground other : others) {
            if (kind == other.kind && number == other.number && id.equals(other.id)) {
                return other;
            }
        }
        return null;
    }

    Cause cause() {
        return new Cause(kind, id, version, position);
    }
}
