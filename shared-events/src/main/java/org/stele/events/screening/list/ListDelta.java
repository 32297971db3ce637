package org.stele.events.screening.list;

import java.util.List;

/**
 * How a version differs from the one that stood before it, by the references of its entries, each list in ascending order.
 *
 * @param amended entries of which the canonical form differs
 * @param immaterial how many entries differ in their bytes alone
 */
public record ListDelta(List<String> added, List<String> removed, List<String> amended, int immaterial) {

    public ListDelta {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        amended = List.copyOf(amended);
    }
}
