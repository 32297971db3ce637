package org.stele.eventstore.guard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.WritingRefused;

/**
 * A WriteGate says whether this node takes events, and if not, why. Each keeper closes it for its own reason and opens
 * it when the reason is gone; it is open when no keeper closes it. Events that repair what a keeper found may pass.
 * Safe for several threads.
 */
public final class WriteGate {

    /** The parts that may close the gate. */
    public enum Keeper {
        /** What was signed contradicts the database. */
        SIGNER,
        /** Stored bytes do not match their leaf. */
        AUDIT,
        /**
         * Something that the writer relies on in the database is not as required: functions, triggers, settings,
         * durability.
         */
        GUARDS,
        /** The database inserted other rows than it was sent. */
        INSERTS,
        /** A clock jumped. */
        CLOCK
    }

    private volatile Map<Keeper, String> reasons = Map.of();
    private volatile Map<Keeper, Set<String>> passing = Map.of();

    /** From now on, events of these types may pass when this keeper alone has closed the gate. */
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

    /** Removes the keeper's reason, if there is one. */
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

    /** Why no events are taken, by keeper; empty while the gate is open. */
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

    /** Returns while events of these types are taken, and throws as above otherwise. Asks for them only while the gate is closed. */
    public void requireOpenTo(Supplier<Set<String>> eventTypes) {
        Map<Keeper, String> closed = reasons;
        if (!closed.isEmpty() && !passes(eventTypes.get(), closed.keySet())) {
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
