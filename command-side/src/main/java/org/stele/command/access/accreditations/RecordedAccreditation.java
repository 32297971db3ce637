package org.stele.command.access.accreditations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;

/**
 * One accreditation on record.
 *
 * @param position of the event that began it
 * @param official staff id, never a name
 * @param memberState null for a role of no State
 * @param body of a monitor; null for every other role
 * @param isCountersigned whether the State's root signed it
 * @param withdrawnOn null while it lasts
 * @param reason why it was withdrawn; null while it lasts
 */
public record RecordedAccreditation(
        FilingId id,
        long position,
        String official,
        Role role,
        @Nullable MemberState memberState,
        @Nullable MonitoringBody body,
        boolean isCountersigned,
        LocalDate accreditedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable String reason) {

    RecordedAccreditation withdrawn(LocalDate on, String why) {
        return new RecordedAccreditation(
                id, position, official, role, memberState, body, isCountersigned, accreditedOn, on, why);
    }
}
