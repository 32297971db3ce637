package org.stele.events.screening;

import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListEntry;
import org.stele.events.screening.list.ListStatus;

/**
 * A version of a list was loaded. It is about no one State.
 *
 * @param list which list it is a version of
 * @param source where the bytes came from; never an address with a signature in it
 * @param dateGenerated when the list says it was made, as it is written there; null where it does not say
 * @param sha256 of the bytes: what a version is named by
 * @param entriesCount from 0
 * @param reasons why it is held; empty where it stands
 * @param previous the version that stood before; null for the first
 * @param delta against that version; null for the first
 * @param entries of this version; empty where an older build recorded it
 */
@Event(namespace = "screening", name = "ListVersionLoaded", version = "2")
public record ListVersionLoaded(
        @EventTag(key = Tags.LIST) String list,
        String source,
        @Nullable String dateGenerated,
        Sha256Digest sha256,
        int entriesCount,
        ListStatus status,
        List<HoldReason> reasons,
        @Nullable Sha256Digest previous,
        @Nullable ListDelta delta,
        List<ListEntry> entries)
        implements ListEvent {

    public ListVersionLoaded {
        reasons = List.copyOf(reasons);
        entries = List.copyOf(entries);
        if ((status == ListStatus.HELD) == reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "A version is held for reasons, and stands without: %s.".formatted(reasons));
        }
    }
}
