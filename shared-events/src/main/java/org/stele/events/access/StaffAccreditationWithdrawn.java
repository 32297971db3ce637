package org.stele.events.access;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.stele.events.FilingId;
import org.stele.events.Tags;

/**
 * An accreditation for a role that is no State's ended.
 *
 * @param official staff id, never a name
 */
@Event(namespace = "access", name = "StaffAccreditationWithdrawn", version = "1")
public record StaffAccreditationWithdrawn(
        @EventTag(key = Tags.ACCREDITATION) FilingId accreditation,
        @EventTag(key = Tags.OFFICIAL) String official,
        String reason,
        LocalDate withdrawnOn)
        implements StaffEvent {}
