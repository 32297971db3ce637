package org.stele.eventstore.guard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.WritingRefused;

/**
 * A WriteGate says whether this node takes events, and if not, why. Each keeper closes it for a reason of its own and opens it
 * again when the reason is gone; it is open when no keeper holds it. Events that mend what a keeper found may pass it. Safe
 * for several threads.
 */
public final class WriteGate {

    /** Whoever may close the gate. */
    public enum Keeper {
        /** What was signed contradicts the database. */
        SIGNER,
        /** Stored bytes do not match their leaf. */
        AUDIT,
        /** What the writer relies on in the database is not as it must be: functions, triggers, settings, durability. */
        GUARDS,
        /** The database inserted something else than it was given. */
        INSERTS,
        /** A clock leapt. */
        CLOCK
    }

    private volatile Map<Keeper, String> reasons = Map.of();
    private volatile Map<Keeper, Set<String>> passing = Map.of();

    /** Events of these types, by themselves, pass this keeper from now on, whatever its reason. */
    public synchronized void letPass(Keeper keeper, Set<String> eventTypes) {
        Map<Keeper, Set<String>> changed = new EnumMap<>(Keeper.class);
        changed.putAll(passing);
        changed.put(keeper, Set.copyOf(eventTypes));
        passing = Map.copyOf(changed);
    }

    /** Closes the gate, or replaces the keeper's reason. */
    public synchronized void close(Keeper keeper, String reason) {
        Map<Keeper, String> changed = copy();
        changed.put(keeper, reason);
        reasons = Map.copyOf(changed);
    }

    /** Takes the keeper's reason away; does nothing without one. */
    public synchronized void open(Keeper keeper) {
        Map<Keeper, String> changed = copy();
        changed.remove(keeper);
        reasons = Map.copyOf(changed);
    }

    private Map<Keeper, String> copy() {
        Map<Keeper, String> copy = new EnumMap<>(Keeper.class);
        copy.putAll(reasons);
        return copy;
    }

    /** Why no events are taken, by keeper; empty while they are. */
    public Map<Keeper, String> reasons() {
        return reasons;
    }

    /**
     * Returns while all events are taken.
     *
     * @throws LedgerUnavailable with every reason, while they are not
     */
    public void requireOpen() {
        Map<Keeper, String> closed = reasons;
        if (!closed.isEmpty()) {
            throw refusal(closed);
        }
    }

    /** Returns while events of these types are taken, and throws likewise. */
    public void requireOpenTo(Set<String> eventTypes) {
        Map<Keeper, String> closed = reasons;
        if (!closed.isEmpty() && !passes(eventTypes, closed.keySet())) {
            throw refusal(closed);
        }
    }

    private boolean passes(Set<String> types, Set<Keeper> keepers) {
        return keepers.stream()
                .allMatch(keeper -> passing.getOrDefault(keeper, Set.of()).containsAll(types));
    }

    private static LedgerUnavailable refusal(Map<Keeper, String> closed) {
        return new WritingRefused(closed.values().stream().sorted().collect(Collectors.joining("; ")));
    }
}
