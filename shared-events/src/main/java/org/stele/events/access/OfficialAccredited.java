package org.stele.events.access;

import java.time.LocalDate;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.Tags;

/**
 * A State's official may act in a role. Nobody is accredited for the DPRK (rules, section 4.8).
 *
 * @param official staff id, never a name
 * @param rootKey of the State, where its root signed this; null where it did not
 */
@Event(namespace = "access", name = "OfficialAccredited", version = "1")
public record OfficialAccredited(
        @EventTag(key = Tags.MEMBER_STATE) MemberState memberState,
        @EventTag(key = Tags.ACCREDITATION) FilingId accreditation,
        @EventTag(key = Tags.OFFICIAL) String official,
        Role role,
        @Nullable String rootKey,
        LocalDate accreditedOn)
        implements OfficialEvent {

    public OfficialAccredited {
        if (!role.isOfMemberState()) {
            throw new IllegalArgumentException("The role %s acts for no State.".formatted(role.id()));
        }
    }
}
