package org.stele.query.statefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.stele.events.FilingId;

/** The things of one kind in a file while it is being folded, in the order in which they were recorded. */
final class Register<T> {

    private final String kind;
    private final Map<FilingId, T> things = new LinkedHashMap<>();

    Register(String kind, List<T> things, Function<T, FilingId> id) {
        this.kind = kind;
        things.forEach(thing -> this.things.put(id.apply(thing), thing));
    }

    void add(FilingId id, long position, T thing) {
        if (things.putIfAbsent(id, thing) != null) {
            throw broken("Position %d records %s %s, which is on record already.", position, id);
        }
    }

    void change(FilingId id, long position, UnaryOperator<T> change) {
        T thing = things.get(id);
        if (thing == null) {
            throw broken("Position %d names %s %s, which is not on record.", position, id);
        }
        things.put(id, change.apply(thing));
    }

    List<T> toList() {
        return List.copyOf(things.values());
    }

    private IllegalArgumentException broken(String message, long position, FilingId id) {
        return new IllegalArgumentException(message.formatted(position, kind, id) + " Check the ledger before it.");
    }
}
