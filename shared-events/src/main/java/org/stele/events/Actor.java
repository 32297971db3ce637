package org.stele.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actor of a command: a staff id (never a name), a role, and the Member State of the role.
 *
 * @param memberState the State of a role that acts for one; null for every other role
 */
public record Actor(String staffId, Role role, @Nullable MemberState memberState) {

    public static final String STAFF_ID_KEY = "actor";
    public static final String ROLE_KEY = "actorRole";
    public static final String MEMBER_STATE_KEY = "actorState";

    public Actor {
        if (role.isOfMemberState() != (memberState != null)) {
            throw new IllegalArgumentException(
                    role.isOfMemberState()
                            ? "The role %s acts for a Member State; name it.".formatted(role.id())
                            : "The role %s acts for no Member State; name none.".formatted(role.id()));
        }
    }

    /** The entries of an event's metadata that say who caused it. */
    public Map<String, String> toMetadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(STAFF_ID_KEY, staffId);
        metadata.put(ROLE_KEY, role.id());
        if (memberState != null) {
            metadata.put(MEMBER_STATE_KEY, memberState.iso3());
        }
        return metadata;
    }
}
