package org.stele.command.access.accreditofficial;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.of;
import static org.stele.command.testing.People.on;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.Role;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccredited;

class AccreditOfficialTest extends SliceTest {

    private static final FilingId CREATED = registrar().created();

    AccreditOfficialTest() {
        super(new AccreditOfficialSlice().accreditOfficial());
    }

    @ParameterizedTest
    @EnumSource
    void a_registrar_accredits_for_every_role(Role role) {
        boolean isMonitor = role == Role.MONITOR;
        AccreditOfficial command = accredit(
                registrar(),
                "NOR-PM-2",
                role,
                role.isOfMemberState() ? NORWAY : null,
                isMonitor ? MonitoringBody.MSMT : null);

        given().when(command)
                .recorded(
                        role.isOfMemberState()
                                ? new OfficialAccredited(NORWAY, CREATED, "NOR-PM-2", role, null, TODAY)
                                : new StaffAccredited(
                                        CREATED, "NOR-PM-2", role, isMonitor ? MonitoringBody.MSMT : null, TODAY));
    }

    @Test
    void nobody_else_accredits() {
        for (CommandContext entry :
                new CommandContext[] {signatory(), focalPoint(), of(Role.CHAIR), of(Role.AUDITOR), of(Role.CUSTODIAN)
                }) {
            given().when(accredit(entry, "NOR-PM-2", Role.SIGNATORY, NORWAY, null))
                    .notAllowed();
        }
    }

    @Test
    void nobody_is_accredited_for_the_dprk() {
        given().when(accredit(registrar(), "PRK-1", Role.SIGNATORY, MemberState.PRK, null))
                .forbidden("not-accredited-for-prk");
        given().when(accredit(registrar(), "KOR-1", Role.SIGNATORY, MemberState.KOR, null))
                .recorded(new OfficialAccredited(MemberState.KOR, CREATED, "KOR-1", Role.SIGNATORY, null, TODAY));
    }

    @Test
    void a_state_is_named_for_its_roles_and_for_no_other() {
        given().when(accredit(registrar(), "NOR-PM-2", Role.SIGNATORY, null, null))
                .malformed("memberState");
        given().when(accredit(registrar(), "chair-1", Role.CHAIR, NORWAY, null)).malformed("memberState");
    }

    @Test
    void a_body_is_named_for_monitors_and_for_nobody_else() {
        given().when(accredit(registrar(), "expert-1", Role.MONITOR, null, null))
                .malformed("body");
        given().when(accredit(registrar(), "chair-1", Role.CHAIR, null, MonitoringBody.MSMT))
                .malformed("body");
    }

    @Test
    void the_Panel_has_monitors_until_its_last_day() {
        LocalDate last = LocalDate.of(2024, 4, 30);
        given().when(accredit(on(Role.REGISTRAR, last), "expert-1", Role.MONITOR, null, MonitoringBody.PANEL))
                .recorded(new StaffAccredited(CREATED, "expert-1", Role.MONITOR, MonitoringBody.PANEL, last));
        given().when(accredit(
                        on(Role.REGISTRAR, last.plusDays(1)), "expert-1", Role.MONITOR, null, MonitoringBody.PANEL))
                .forbidden("panel-mandate-ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann Smith", "a@b", "Ä1"})
    void a_name_is_no_staff_id(String official) {
        given().when(accredit(registrar(), official, Role.SIGNATORY, NORWAY, null))
                .malformed("official");
    }

    @Test
    void a_staff_id_has_its_limit_on_either_side() {
        given().when(accredit(registrar(), "a".repeat(64), Role.AUDITOR, null, null))
                .recorded(new StaffAccredited(CREATED, "a".repeat(64), Role.AUDITOR, null, TODAY));
        given().when(accredit(registrar(), "a".repeat(65), Role.AUDITOR, null, null))
                .malformed("official");
    }

    private static AccreditOfficial accredit(
            CommandContext entry,
            String official,
            Role role,
            @Nullable MemberState state,
            @Nullable MonitoringBody body) {
        return new AccreditOfficial(entry, official, role, state, body);
    }
}
