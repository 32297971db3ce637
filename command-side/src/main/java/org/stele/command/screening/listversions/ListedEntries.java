package org.stele.command.screening.listversions;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.list.ListEntry;

/**
 * The two names of each entry of a list version.
 *
 * @param dataIds by reference
 * @param references by DATAID
 */
public record ListedEntries(Sha256Digest sha256, Map<String, Long> dataIds, Map<Long, String> references) {

    public ListedEntries {
        dataIds = Map.copyOf(dataIds);
        references = Map.copyOf(references);
    }

    public static ListedEntries of(ListVersionLoaded event) {
        Map<String, Long> dataIds = new HashMap<>();
        Map<Long, String> references = new HashMap<>();
        for (ListEntry entry : event.entries()) {
            dataIds.put(entry.reference(), entry.dataId());
            references.put(entry.dataId(), entry.reference());
        }
        return new ListedEntries(event.sha256(), dataIds, references);
    }

    /** Whether an entry with both names is in this version; a name that is null is not looked at. */
    public boolean has(@Nullable String reference, @Nullable Long dataId) {
        if (reference == null) {
            return dataId != null && references.containsKey(dataId);
        }
        Long listed = dataIds.get(reference);
        return listed != null && (dataId == null || listed.equals(dataId));
    }
}
