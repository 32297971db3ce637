package org.stele.query.projection.rows;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.query.replay.DeadLettersByState;

/**
 * Rows of query.held as they were read.
 *
 * @param events those that can be trusted
 * @param seals of the rows that can be trusted
 * @param wrong for the other States, what is wrong with their rows
 * @param ofNoState what is wrong with a row of no State; null where nothing is
 */
public record ReadDeadLetters(
        DeadLettersByState events,
        Map<Optional<MemberState>, Seal> seals,
        Map<MemberState, String> wrong,
        @Nullable String ofNoState) {

    public static ReadDeadLetters none() {
        return new ReadDeadLetters(new DeadLettersByState(), new HashMap<>(), new EnumMap<>(MemberState.class), null);
    }

    public Sums sums() {
        Sums sums = new Sums();
        seals.forEach((state, seal) -> sums.add(state.orElse(null), seal));
        return sums;
    }
}
