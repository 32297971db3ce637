package org.stele.statefile.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.statefile.FiledRecord;

/**
 * Pairs the records of two files of one State by their ids. They mostly stand at the same places, since a file only grows at its
 * end; where they do not, they are looked up.
 */
record SidesOf<T extends FiledRecord>(List<T> first, List<T> second) {

    /** In the order of the second, then those of the first alone. */
    void forEach(BiConsumer<@Nullable T, @Nullable T> take) {
        int same = 0;
        while (same < first.size()
                && same < second.size()
                && first.get(same).id().equals(second.get(same).id())) {
            take.accept(first.get(same), second.get(same));
            same++;
        }
        Map<FilingId, T> others = new HashMap<>();
        first.subList(same, first.size()).forEach(one -> others.put(one.id(), one));
        second.subList(same, second.size()).forEach(one -> take.accept(others.remove(one.id()), one));
        first.subList(same, first.size()).stream()
                .filter(one -> others.containsKey(one.id()))
                .forEach(one -> take.accept(one, null));
    }
}
