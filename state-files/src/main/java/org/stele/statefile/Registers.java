package org.stele.statefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The records of a file by their kind. Not safe for several threads while it is being filled. */
final class Registers {

    private final Map<Class<? extends FiledRecord>, FiledRecords<? extends FiledRecord>> byKind = new LinkedHashMap<>();

    <T extends FiledRecord> Registers with(Class<T> kind, List<T> records) {
        byKind.put(kind, FiledRecords.copyOf(records));
        return this;
    }

    @SuppressWarnings("unchecked") // What is put under a kind is of that kind.
    <T extends FiledRecord> List<T> of(Class<T> kind) {
        return (List<T>) byKind.getOrDefault(kind, FiledRecords.copyOf(List.of()));
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
