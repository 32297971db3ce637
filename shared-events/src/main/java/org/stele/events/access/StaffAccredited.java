package org.stele.events.access;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.events.Tags;

/**
 * Somebody may act in a role that is no State's.
 *
 * @param official staff id, never a name
 * @param body of a monitor; null for every other role
 */
@Event(namespace = "access", name = "StaffAccredited", version = "1")
public record StaffAccredited(
        @EventTag(key = Tags.ACCREDITATION) FilingId accreditation,
        @EventTag(key = Tags.OFFICIAL) String official,
        Role role,
        @Nullable MonitoringBody body,
        LocalDate accreditedOn)
        implements StaffEvent {

    public StaffAccredited {
        if (role.isOfMemberState() || (role == Role.MONITOR) != (body != null)) {
            throw new IllegalArgumentException(
                    "A role that is no State's is accredited here, and a monitor with a body; not %s with %s."
                            .formatted(role.id(), body));
        }
    }
}
