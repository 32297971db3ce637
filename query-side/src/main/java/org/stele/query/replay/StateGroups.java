package org.stele.query.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stele.events.MemberState;

/** StateGroups parts all States into those whose files are folded at once, so that no more files are in memory than fit. */
public final class StateGroups {

    private StateGroups() {}

    /**
     * Every State, and the empty one for events that are about none, in one of the groups each.
     *
     * @param bodyBytes what the events of each have together; a State that is not among them has none
     * @param maxBytes of a group; a State that has more is alone in its group
     */
    public static List<Set<Optional<MemberState>>> of(Map<Optional<MemberState>, Long> bodyBytes, long maxBytes) {
        List<Set<Optional<MemberState>>> groups = new ArrayList<>();
        long room = 0;
        for (Optional<MemberState> state : everyone()) {
            long bytes = bodyBytes.getOrDefault(state, 0L);
            if (groups.isEmpty() || bytes > room) {
                groups.add(new HashSet<>());
                room = maxBytes;
            }
            groups.getLast().add(state);
            room -= bytes;
        }
        return groups;
    }

    private static List<Optional<MemberState>> everyone() {
        return Stream.concat(
                        Stream.<Optional<MemberState>>of(Optional.empty()),
                        Stream.of(MemberState.values()).map(Optional::of))
                .toList();
    }
}
