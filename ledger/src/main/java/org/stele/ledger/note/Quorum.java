package org.stele.ledger.note;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Quorum is one witness, or a number of members that are quorums themselves.
 *
 * @param witness null for a group
 */
record Quorum(@Nullable NoteKey witness, int needed, List<Quorum> members) {

    static final Quorum NONE = new Quorum(null, 0, List.of());

    static Quorum of(NoteKey witness) {
        return new Quorum(witness, 1, List.of());
    }

    static Quorum group(int needed, List<Quorum> members) {
        return new Quorum(null, needed, List.copyOf(members));
    }

    boolean isMetBy(Set<NoteKey> cosigners) {
        if (witness != null) {
            return cosigners.contains(witness);
        }
        return members.stream().filter(member -> member.isMetBy(cosigners)).count() >= needed;
    }
}
