package org.stele.command.claims.claimexemption;

import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.PAPER;
import static org.stele.command.testing.Samples.exempted;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;

class ClaimExemptionTest extends SliceTest {

    ClaimExemptionTest() {
        super(new ClaimExemptionSlice().claimExemption());
    }

    @Test
    void a_claim_is_recorded_as_made_today() {
        ClaimExemption command = claim(signatory(), null, null);

        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void a_registrar_enters_an_old_claim_of_any_state() {
        ClaimExemption command = claim(registrar(), SWEDEN, LONG_AGO);

        given().when(command).recorded(recorded(command, SWEDEN, LONG_AGO));
    }

    @Test
    void a_second_claim_on_the_same_ground_is_recorded_too() {
        ClaimExemption command = claim(signatory(), null, null);

        given(exempted(NORWAY, FILING)).when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void a_state_may_state_no_day_but_today() {
        given().when(claim(signatory(), null, LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void a_claim_made_tomorrow_is_malformed() {
        given().when(claim(registrar(), NORWAY, TOMORROW)).malformed("claimed");
    }

    @Test
    void a_claim_may_hold_from_a_day_to_come() {
        ClaimExemption command = new ClaimExemption(
                signatory(), null, ExemptionGround.REFUGEE_LAW, null, PartialDate.parse("2030"), null, null, null);

        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void only_a_registrar_states_a_source() {
        given().when(new ClaimExemption(signatory(), null, ExemptionGround.REFUGEE_LAW, null, null, null, null, PAPER))
                .forbidden("source-not-allowed");
    }

    @Test
    void plain_personal_data_is_refused() {
        given().when(new ClaimExemption(
                        signatory(), null, ExemptionGround.REFUGEE_LAW, null, null, null, "Born on 1 May 1970.", null))
                .forbidden("plain-personal-data");
    }

    @Test
    void a_focal_point_may_not_claim() {
        given().when(claim(focalPoint(), null, null)).notAllowed();
    }

    private static ClaimExemption claim(
            CommandContext entry, @Nullable MemberState state, @Nullable PartialDate claimed) {
        return new ClaimExemption(
                entry, state, ExemptionGround.REFUGEE_LAW, new PersonsCount(8), null, claimed, "Eight persons.", null);
    }

    private static ExemptionClaimed recorded(ClaimExemption command, MemberState state, PartialDate claimed) {
        return new ExemptionClaimed(
                state,
                command.entry().created(),
                command.ground(),
                command.count(),
                command.effectiveOn(),
                claimed,
                command.summary(),
                command.source(),
                null);
    }
}
