package org.stele.query.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.statefile.DeadLetters;

/**
 * The events that are held back, by State. An event that cannot be read and names no State is held back alone, under
 * null.
 */
public final class DeadLettersByState {

    private final Map<Optional<MemberState>, DeadLetters> held = new HashMap<>();

    public @Nullable DeadLetters of(@Nullable MemberState state) {
        return held.get(Optional.ofNullable(state));
    }

    public void put(@Nullable MemberState state, DeadLetters events) {
        held.put(Optional.ofNullable(state), events);
    }

    /** By State, in no order. */
    public Map<Optional<MemberState>, DeadLetters> all() {
        return Map.copyOf(held);
    }

    /** How many events are held back. */
    public long count() {
        return held.values().stream().mapToLong(DeadLetters::count).sum();
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }

    /** Every State with an entry in one of the two. */
    public static Set<Optional<MemberState>> keys(DeadLettersByState one, DeadLettersByState other) {
        Set<Optional<MemberState>> keys = new HashSet<>(one.held.keySet());
        keys.addAll(other.held.keySet());
        return keys;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeadLettersByState that && held.equals(that.held);
    }

    @Override
    public int hashCode() {
        return held.hashCode();
    }

    @Override
    public String toString() {
        return held.toString();
    }
}
