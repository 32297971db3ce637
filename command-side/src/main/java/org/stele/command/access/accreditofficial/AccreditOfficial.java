package org.stele.command.access.accreditofficial;

import org.axonframework.messaging.commandhandling.annotation.Command;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.LedgerCommand;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;

/**
 * Accredits somebody for one role.
 *
 * @param official staff id, never a name
 * @param memberState of a role that acts for a State; null for every other role
 * @param body of a monitor; null for every other role
 * @param rootKey of the State, in base64url, where its root signs this; null where it does not
 */
@Command(namespace = "access", name = "AccreditOfficial")
public record AccreditOfficial(
        CommandContext entry,
        String official,
        Role role,
        @Nullable MemberState memberState,
        @Nullable MonitoringBody body,
        @Nullable String rootKey)
        implements LedgerCommand {

    /** One that no root signs. */
    public AccreditOfficial(
            CommandContext entry,
            String official,
            Role role,
            @Nullable MemberState memberState,
            @Nullable MonitoringBody body) {
        this(entry, official, role, memberState, body, null);
    }

    @Override
    public FilingId filing() {
        return entry.created();
    }
}
