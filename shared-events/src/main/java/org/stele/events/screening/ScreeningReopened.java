package org.stele.events.screening;

import java.util.List;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;

/**
 * A confirmed verdict is no longer valid, because its basis changed.
 *
 * @param listVersion the version that removed or amended an entry; null where the subject changed
 * @param entries those among its candidates that were removed or amended; empty where the subject changed
 */
@Event(namespace = "screening", name = "ScreeningReopened", version = "2")
public record ScreeningReopened(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.SCREENING) FilingId screening,
        ReopeningCause cause,
        @Nullable Sha256Digest listVersion,
        List<String> entries,
        String reason)
        implements CaseEvent {

    public ScreeningReopened {
        entries = List.copyOf(entries);
    }
}
