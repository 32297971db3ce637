package org.stele.statefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stele.events.FilingId;

/** The records of a file by their kind. Not safe for several threads while it is being filled. */
final class Registers {

    private static final FiledRecords<? extends FiledRecord> NONE = FiledRecords.copyOf(List.of());

    private final Map<Class<? extends FiledRecord>, FiledRecords<? extends FiledRecord>> byKind = new LinkedHashMap<>();

    <T extends FiledRecord> Registers with(Class<T> kind, List<T> records) {
        byKind.put(kind, FiledRecords.copyOf(records));
        return this;
    }

    @SuppressWarnings("unchecked") // What is put under a kind is of that kind.
    <T extends FiledRecord> List<T> of(Class<T> kind) {
        return (List<T>) byKind.getOrDefault(kind, NONE);
    }

    /** Puts records in the place of what they were, and new ones at the end, in the order of their creation. */
    Registers with(Collection<? extends FiledRecord> changed) {
        for (Class<? extends FiledRecord> kind : List.copyOf(byKind.keySet())) {
            put(kind, changed);
        }
        return this;
    }

    private <T extends FiledRecord> void put(Class<T> kind, Collection<? extends FiledRecord> changed) {
        List<T> own = changed.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(FiledRecord::firstPosition))
                .toList();
        if (!own.isEmpty()) {
            with(kind, put(of(kind), own));
        }
    }

    private static <T extends FiledRecord> List<T> put(List<T> before, List<T> changed) {
        if (before.isEmpty()) {
            return changed;
        }
        Map<FilingId, T> records = new LinkedHashMap<>();
        before.forEach(record -> records.put(record.id(), record));
        changed.forEach(record -> records.put(record.id(), record));
        return new ArrayList<>(records.values());
    }

    Stream<FiledRecord> all() {
        return byKind.values().stream().flatMap(List::stream);
    }

    /** The records of a ledger of this size, as they were then. */
    Registers upTo(long treeSize) {
        Registers earlier = new Registers();
        byKind.forEach((kind, records) -> earlier.byKind.put(kind, records.upTo(treeSize)));
        return earlier;
    }

    /** The position of the last event that changed one of them; 0 where there is none. */
    long lastPosition() {
        return byKind.values().stream()
                .mapToLong(FiledRecords::lastPosition)
                .max()
                .orElse(0);
    }
}
