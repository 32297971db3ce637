package org.stele.query.page.board;

import java.util.Map;
import java.util.stream.Stream;
import org.stele.events.MemberState;
import org.stele.query.page.StatusStyle;

/**
 * One State as the board shows it: its style, and the same in words.
 *
 * @param status the short text of its status, or that it is the sending State
 * @param contestedWords that evidence on record contradicts what it attested; empty where none does
 * @param derivedWords that the status depends on a figure that others worked out; empty where it does not
 * @param label name, status and, where it applies, that it is contested or depends on a figure of others
 */
public record BoardState(
        MemberState state,
        StatusStyle look,
        String status,
        String contestedWords,
        String derivedWords,
        String label,
        String link) {

    static Stream<BoardState> of(Map<MemberState, BoardState> states, MemberState state) {
        return Stream.ofNullable(states.get(state));
    }

    public boolean derived() {
        return !derivedWords.isEmpty();
    }

    public boolean contested() {
        return !contestedWords.isEmpty();
    }
}
