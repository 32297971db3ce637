package org.stele.command.access.withdrawaccreditation;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.of;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;

import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.StaffAccreditationWithdrawn;
import org.stele.events.access.StaffAccredited;

class WithdrawAccreditationTest extends SliceTest {

    private static final StaffAccredited CHAIR = new StaffAccredited(FILING, "chair-1", Role.CHAIR, null, TODAY);

    WithdrawAccreditationTest() {
        super(new WithdrawAccreditationSlice().withdrawAccreditation());
    }

    private static OfficialAccredited accredited(MemberState state, FilingId id) {
        return new OfficialAccredited(state, id, state + "-PM-2", Role.SIGNATORY, null, TODAY);
    }

    private static AccreditationWithdrawn withdrawn(MemberState state, FilingId id) {
        return new AccreditationWithdrawn(state, id, state + "-PM-2", "Left the mission", null, TODAY);
    }

    private static WithdrawAccreditation withdraw(CommandContext entry) {
        return new WithdrawAccreditation(entry, FILING, "Left the mission");
    }

    @Test
    void a_registrar_withdraws_the_accreditation_of_an_official() {
        given(accredited(NORWAY, FILING)).when(withdraw(registrar())).recorded(withdrawn(NORWAY, FILING));
    }

    @Test
    void that_of_staff_is_withdrawn_likewise() {
        given(CHAIR)
                .when(withdraw(registrar()))
                .recorded(new StaffAccreditationWithdrawn(FILING, "chair-1", "Left the mission", TODAY));
    }

    @Test
    void it_is_withdrawn_once() {
        given(accredited(NORWAY, FILING), withdrawn(NORWAY, FILING))
                .when(withdraw(registrar()))
                .tooLateOrEarly("accreditation-withdrawn");
    }

    @Test
    void the_withdrawal_of_another_one_does_not_count() {
        given(accredited(NORWAY, FILING), accredited(SWEDEN, OTHER_FILING), withdrawn(SWEDEN, OTHER_FILING))
                .when(withdraw(registrar()))
                .recorded(withdrawn(NORWAY, FILING));
    }

    @Test
    void what_is_not_on_record_is_not_found() {
        given(accredited(NORWAY, OTHER_FILING)).when(withdraw(registrar())).notFound();
    }

    @Test
    void only_a_registrar_withdraws() {
        given(accredited(NORWAY, FILING)).when(withdraw(signatory())).notAllowed();
        given(accredited(NORWAY, FILING)).when(withdraw(of(Role.CHAIR))).notAllowed();
    }

    @Test
    void a_withdrawal_says_why() {
        given(accredited(NORWAY, FILING))
                .when(new WithdrawAccreditation(registrar(), FILING, " "))
                .malformed("reason");
    }
}
