package org.stele.statefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stele.events.FilingId;

/** The records of one kind in a file that is being folded, in the order in which they were recorded. */
final class RecordsBuilder<T extends FiledRecord> {

    private final String kind;
    private final Map<FilingId, T> things = new LinkedHashMap<>();
    private long lastPosition;

    RecordsBuilder(String kind, List<T> things) {
        this.kind = kind;
        things.forEach(thing -> this.things.put(thing.id(), thing));
    }

    void add(FilingId id, long position, T thing) {
        if (things.putIfAbsent(id, thing) != null) {
            throw broken("Position %s records %s %s, which is on record already.", position, id);
        }
        lastPosition = position;
    }

    /** Adds the first record of an id; later ones change it. */
    void addOrChange(FilingId id, long position, Supplier<T> first, UnaryOperator<T> change) {
        things.merge(id, first.get(), (before, _) -> change.apply(before));
        lastPosition = position;
    }

    /** Adds a record unless one has the id already. */
    void addOrKeep(FilingId id, long position, Supplier<T> first) {
        if (!things.containsKey(id)) {
            things.put(id, first.get());
            lastPosition = position;
        }
    }

    /** Changes a record, where there is one. */
    void changeIfPresent(FilingId id, long position, UnaryOperator<T> change) {
        if (things.computeIfPresent(id, (_, before) -> change.apply(before)) != null) {
            lastPosition = position;
        }
    }

    void change(FilingId id, long position, UnaryOperator<T> change) {
        T thing = things.get(id);
        if (thing == null) {
            throw broken("Position %s names %s %s, which is not on record.", position, id);
        }
        things.put(id, change.apply(thing));
        lastPosition = position;
    }

    /** The position of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return lastPosition;
    }

    List<T> toList() {
        return List.copyOf(things.values());
    }

    private IllegalArgumentException broken(String message, long position, FilingId id) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, message, position, kind, id) + " Check the ledger before it.");
    }
}
