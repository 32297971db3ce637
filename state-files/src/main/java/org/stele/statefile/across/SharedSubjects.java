package org.stele.statefile.across;

import java.util.List;
import java.util.Set;
import org.stele.events.FilingId;

/**
 * The subjects that one State's filings and those of others name, in a view.
 *
 * @param pairs each pair of filings that disagree about where a subject was, once
 * @param others every filing of another State in view that names, or named in an older version, a subject of this State's
 * @param complete whether everything could be compared: false while a reference that bears on it cannot be read
 * @param closed positions of the State's own events of whose references some cannot be read
 */
public record SharedSubjects(List<Pair> pairs, List<OtherFiling> others, boolean complete, Set<Long> closed) {

    /** Of a State that shares nothing, and of any where the audience is not told. */
    public static final SharedSubjects NOTHING = new SharedSubjects(List.of(), List.of(), true, Set.of());

    /**
     * A filing of the State and one of another that name the same subject.
     *
     * @param filedAt the position of the State's filing's first event
     */
    public record Pair(FilingId own, long filedAt, OtherFiling other) {}

    public SharedSubjects {
        pairs = List.copyOf(pairs);
        others = List.copyOf(others);
        closed = Set.copyOf(closed);
    }
}
