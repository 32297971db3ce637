package org.stele.events.access;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Tags;

/**
 * The accreditation of a State's official ended. What the official filed stands.
 *
 * @param official staff id, never a name
 * @param rootKey of the State, where its root signed this; null where it did not
 */
@Event(namespace = "access", name = "AccreditationWithdrawn", version = "1")
public record AccreditationWithdrawn(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ACCREDITATION) FilingId accreditation,
        @EventTag(key = Tags.OFFICIAL) String official,
        String reason,
        @Nullable String rootKey,
        LocalDate withdrawnOn)
        implements OfficialEvent {}
