package org.stele.command.custody.confirmdamageacceptance;

import static org.stele.command.custody.DamageSamples.FOUND;
import static org.stele.command.custody.DamageSamples.POSITION;
import static org.stele.command.custody.DamageSamples.accepted;
import static org.stele.command.custody.DamageSamples.proposed;

import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;

class ConfirmDamageAcceptanceTest extends SliceTest {

    ConfirmDamageAcceptanceTest() {
        super(new ConfirmDamageAcceptanceSlice().confirmDamageAcceptance(FOUND));
    }

    @Test
    void a_second_person_accepts_what_was_proposed() {
        given(proposed("a")).when(confirm(People.of(Role.AUDITOR))).recorded(accepted("a", "staff-auditor"));
    }

    @Test
    void whoever_proposed_it_does_not_confirm_it_in_any_role_or_spelling() {
        given(proposed("staff-auditor")).when(confirm(People.of(Role.AUDITOR))).forbidden("four-eyes");
        given(proposed("Staff-Auditor")).when(confirm(People.of(Role.AUDITOR))).forbidden("four-eyes");
    }

    @Test
    void without_a_proposal_there_is_nothing_to_confirm() {
        given().when(confirm(People.registrar())).tooLateOrEarly("damage-not-proposed");
    }

    @Test
    void what_has_changed_since_the_proposal_is_not_accepted() {
        given(proposed("a", "before")).when(confirm(People.registrar())).tooLateOrEarly("damage-changed");
    }

    @Test
    void damage_is_accepted_once() {
        given(proposed("a"), accepted("a", "b"))
                .when(confirm(People.registrar()))
                .tooLateOrEarly("damage-already-accepted");
    }

    @Test
    void damage_that_was_repaired_meanwhile_is_not_accepted() {
        given().when(ConfirmDamageAcceptance.at(9, People.registrar())).tooLateOrEarly("no-damage");
    }

    @Test
    void officials_of_a_state_do_not_decide_on_the_record() {
        given(proposed("a")).when(confirm(People.focalPoint())).notAllowed();
    }

    private static ConfirmDamageAcceptance confirm(CommandContext entry) {
        return ConfirmDamageAcceptance.at(POSITION, entry);
    }
}
