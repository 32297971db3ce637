package org.stele.command.screening.loadlistversion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.list.HoldReason;
import org.stele.events.screening.list.ListDelta;
import org.stele.events.screening.list.ListStatus;

/**
 * What became of a file that was loaded.
 *
 * @param reasons why it is held; empty where it stands
 * @param entries how many entries it has
 * @param delta against the version that stood; null for the first
 */
record ListVersionAnswer(
        Sha256Digest sha256,
        ListStatus status,
        List<HoldReason> reasons,
        int entries,
        @Nullable ListDelta delta) {

    static ListVersionAnswer of(ListVersionLoaded event) {
        return new ListVersionAnswer(
                event.sha256(), event.status(), event.reasons(), event.entriesCount(), event.delta());
    }
}
