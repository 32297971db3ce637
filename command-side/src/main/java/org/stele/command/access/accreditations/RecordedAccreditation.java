package org.stele.command.access.accreditations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccredited;
import org.stele.web.page.Frame;

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

    static RecordedAccreditation standing(OfficialAccredited of, long position) {
        return new RecordedAccreditation(
                of.accreditation(),
                position,
                of.official(),
                of.role(),
                of.memberState(),
                null,
                of.rootKey() != null,
                of.accreditedOn(),
                null,
                null);
    }

    static RecordedAccreditation standing(StaffAccredited of, long position) {
        return new RecordedAccreditation(
                of.accreditation(),
                position,
                of.official(),
                of.role(),
                null,
                of.body(),
                false,
                of.accreditedOn(),
                null,
                null);
    }

    /** The State or body that somebody acts for; empty for neither. */
    public String actsFor(Frame frame) {
        if (memberState != null) {
            return memberState.officialName();
        }
        return body == null ? "" : frame.text("accreditations.body." + body.name());
    }

    RecordedAccreditation withdrawn(LocalDate on, String why) {
        return new RecordedAccreditation(
                id, position, official, role, memberState, body, isCountersigned, accreditedOn, on, why);
    }
}
