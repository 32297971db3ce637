package org.stele.command.testing;

import java.time.LocalDate;
import org.stele.command.entry.CommandContext;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.Role;

/** Entries of one command, by holders of every role, on one day. */
public final class People {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final PartialDate NOW = PartialDate.of(TODAY);
    public static final PartialDate TOMORROW = PartialDate.of(TODAY.plusDays(1));
    public static final PartialDate LONG_AGO = PartialDate.parse("2019-08-15");

    /** The State whose filings the tests are about, and a neighbour whose filings must not count. */
    public static final MemberState NORWAY = MemberState.NOR;

    public static final MemberState SWEDEN = MemberState.SWE;

    private static final CommandId COMMAND = CommandId.parse("6f1c2d3e-4a5b-4c6d-8e7f-901234567890");

    private People() {}

    public static CommandContext signatory() {
        return of(Role.SIGNATORY, NORWAY);
    }

    public static CommandContext neighbour() {
        return of(Role.SIGNATORY, SWEDEN);
    }

    public static CommandContext focalPoint() {
        return of(Role.FOCAL_POINT, NORWAY);
    }

    public static CommandContext of(Role role, MemberState state) {
        return new CommandContext(new Actor("staff-" + role.id(), role, state), COMMAND, TODAY);
    }

    public static CommandContext of(Role role) {
        return on(role, TODAY);
    }

    public static CommandContext on(Role role, LocalDate day) {
        return new CommandContext(new Actor("staff-" + role.id(), role, null), COMMAND, day);
    }

    public static CommandContext registrar() {
        return of(Role.REGISTRAR);
    }
}
