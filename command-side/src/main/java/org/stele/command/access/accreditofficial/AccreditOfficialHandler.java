package org.stele.command.access.accreditofficial;

import java.util.Objects;
import java.util.regex.Pattern;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.rules.PanelMandate;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.access.AccessEvent;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccredited;

/** Records who may act in a role. One person may have several roles, each by an accreditation of its own. */
final class AccreditOfficialHandler {

    private static final Pattern STAFF_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @CommandHandler
    void handle(AccreditOfficial command, EventAppender events) {
        events.append(decide(command));
    }

    static AccessEvent decide(AccreditOfficial command) {
        CommandContext entry = command.entry();
        entry.requireRole(Role.REGISTRAR);
        requireStaffId(command.official());
        requireState(command);
        requireBody(command);
        requireRootKey(command);
        return command.role().isOfMemberState()
                ? new OfficialAccredited(
                        Objects.requireNonNull(command.memberState()),
                        command.filing(),
                        command.official(),
                        command.role(),
                        command.rootKey(),
                        entry.today())
                : new StaffAccredited(
                        command.filing(), command.official(), command.role(), command.body(), entry.today());
    }

    private static void requireRootKey(AccreditOfficial command) {
        boolean isSigned = command.entry().signing().signature() != null;
        if (command.rootKey() != null && !command.role().isOfMemberState()) {
            throw Rejected.malformed(
                    "rootKey", "No State's root signs for a role that acts for no State: leave it out.");
        }
        if (command.rootKey() != null && !isSigned && !command.entry().signing().isPreview()) {
            throw Rejected.malformed("rootKey", "Nothing is signed by this root: send its signature, or leave it out.");
        }
        if (command.rootKey() == null && isSigned) {
            throw Rejected.malformed("rootKey", "Name the public key of the root that signed this, in base64url.");
        }
    }

    private static void requireStaffId(String official) {
        if (!STAFF_ID.matcher(official).matches()) {
            throw Rejected.malformed(
                    "official", "Expected a staff id of 1 to 64 of the characters A-Z a-z 0-9 . _ -, never a name.");
        }
    }

    private static void requireState(AccreditOfficial command) {
        boolean isOfState = command.role().isOfMemberState();
        if (isOfState != (command.memberState() != null)) {
            throw Rejected.malformed(
                    "memberState",
                    isOfState
                            ? "A %s acts for a Member State: name it."
                                    .formatted(command.role().id())
                            : "A %s acts for no Member State: leave it out."
                                    .formatted(command.role().id()));
        }
        if (command.memberState() == MemberState.PRK) {
            throw Rejected.rule(
                    "memberState",
                    "not-accredited-for-prk",
                    "Nobody is accredited for the DPRK: what it files is entered by a registrar.");
        }
    }

    private static void requireBody(AccreditOfficial command) {
        boolean isMonitor = command.role() == Role.MONITOR;
        if (isMonitor != (command.body() != null)) {
            throw Rejected.malformed(
                    "body",
                    isMonitor
                            ? "A monitor is one of a body: PANEL or MSMT."
                            : "A %s is of no monitoring body: leave it out."
                                    .formatted(command.role().id()));
        }
        PanelMandate.require(
                command.body(), "body", PartialDate.of(command.entry().today()));
    }
}
