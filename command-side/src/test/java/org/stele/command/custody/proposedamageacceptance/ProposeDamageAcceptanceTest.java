package org.stele.command.custody.proposedamageacceptance;

import static org.stele.command.custody.DamageSamples.FOUND;
import static org.stele.command.custody.DamageSamples.POSITION;
import static org.stele.command.custody.DamageSamples.accepted;
import static org.stele.command.custody.DamageSamples.proposed;

import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;

class ProposeDamageAcceptanceTest extends SliceTest {

    private static final String REASON = "No backup has it.";

    ProposeDamageAcceptanceTest() {
        super(new ProposeDamageAcceptanceSlice().proposeDamageAcceptance(FOUND));
    }

    @Test
    void what_is_found_is_proposed_exactly() {
        given().when(propose(POSITION, People.of(Role.AUDITOR))).recorded(proposed("staff-auditor"));
        given().when(propose(POSITION, People.registrar())).recorded(proposed("staff-registrar"));
        given().when(propose(POSITION, People.of(Role.CUSTODIAN))).recorded(proposed("staff-custodian"));
    }

    @Test
    void a_proposal_that_stands_is_not_made_again() {
        given(proposed("a")).when(propose(POSITION, People.registrar())).tooLateOrEarly("damage-already-proposed");
    }

    @Test
    void what_has_changed_since_is_proposed_anew() {
        given(proposed("a", "before"))
                .when(propose(POSITION, People.registrar()))
                .recorded(proposed("staff-registrar"));
    }

    @Test
    void accepted_damage_is_not_accepted_again() {
        given(proposed("a"), accepted("a", "b"))
                .when(propose(POSITION, People.registrar()))
                .tooLateOrEarly("damage-already-accepted");
    }

    @Test
    void nothing_is_proposed_where_nothing_is_wrong() {
        given().when(propose(9, People.registrar())).tooLateOrEarly("no-damage");
    }

    @Test
    void a_damaged_leaf_must_be_repaired() {
        given().when(propose(8, People.registrar())).forbidden("damage-not-acceptable");
    }

    @Test
    void a_reason_has_words() {
        given().when(ProposeDamageAcceptance.at(POSITION, People.registrar(), " "))
                .malformed("reason");
    }

    @Test
    void officials_of_a_state_and_monitors_do_not_decide_on_the_record() {
        given().when(propose(POSITION, People.signatory())).notAllowed();
        given().when(propose(POSITION, People.of(Role.MONITOR))).notAllowed();
    }

    private static ProposeDamageAcceptance propose(long position, CommandContext entry) {
        return ProposeDamageAcceptance.at(position, entry, REASON);
    }
}
