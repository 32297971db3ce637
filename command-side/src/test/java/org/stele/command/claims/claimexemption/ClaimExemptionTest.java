package org.stele.command.claims.claimexemption;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ProtectedClaim;
import org.stele.events.seal.Sealer;

class ClaimExemptionTest extends SliceTest {

    private static final Sealer SEALER = new Sealer(new byte[Sealer.KEY_BYTES]);

    ClaimExemptionTest() {
        super(new ClaimExemptionSlice().claimExemption(SEALER));
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
                signatory(), null, ExemptionGround.NATIONAL_LAW, null, PartialDate.parse("2030"), null, null, null);

        given().when(command).recorded(recorded(command, NORWAY, NOW));
    }

    @Test
    void only_a_registrar_states_a_source() {
        given().when(new ClaimExemption(signatory(), null, ExemptionGround.NATIONAL_LAW, null, null, null, null, PAPER))
                .forbidden("source-not-allowed");
    }

    @Test
    void plain_personal_data_is_refused() {
        given().when(new ClaimExemption(
                        signatory(), null, ExemptionGround.NATIONAL_LAW, null, null, null, "Born on 1 May 1970.", null))
                .forbidden("plain-personal-data");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExemptionGround.class,
            names = {"REFUGEE_LAW", "HUMAN_RIGHTS_LAW"})
    void a_ground_that_tells_of_a_protected_status_is_sealed_with_all_that_may_tell_it(ExemptionGround ground)
            throws Exception {
        ClaimExemption command = new ClaimExemption(
                registrar(), SWEDEN, ground, new PersonsCount(8), NOW, LONG_AGO, "Eight persons.", PAPER);

        ExemptionClaimed event = ClaimExemptionHandler.decide(command, SEALER);

        FilingId id = command.filing();
        Sealed sealed = Objects.requireNonNull(event.sealed());
        assertThat(event)
                .isEqualTo(
                        new ExemptionClaimed(SWEDEN, id, null, new PersonsCount(8), NOW, LONG_AGO, null, null, sealed));
        assertThat(EventJson.MAPPER.readValue(SEALER.open(sealed, id), ProtectedClaim.class))
                .isEqualTo(new ProtectedClaim(ground, "Eight persons.", PAPER));
    }

    @Test
    void which_protected_ground_it_is_cannot_be_told_from_the_length() {
        assertThat(boxed(ExemptionGround.REFUGEE_LAW)).hasSameSizeAs(boxed(ExemptionGround.HUMAN_RIGHTS_LAW));
    }

    @Test
    void no_other_ground_is_sealed() {
        for (ExemptionGround ground : ExemptionGround.values()) {
            ClaimExemption command = new ClaimExemption(signatory(), null, ground, null, null, null, null, null);
            assertThat(ClaimExemptionHandler.decide(command, SEALER).ground())
                    .isEqualTo(ground.isProtected() ? null : ground);
        }
    }

    @Test
    void plain_personal_data_is_refused_in_what_is_sealed_too() {
        given().when(new ClaimExemption(
                        signatory(), null, ExemptionGround.REFUGEE_LAW, null, null, null, "Passport 836410105", null))
                .forbidden("plain-personal-data");
    }

    @Test
    void a_focal_point_may_not_claim() {
        given().when(claim(focalPoint(), null, null)).notAllowed();
    }

    private static ClaimExemption claim(
            CommandContext entry, @Nullable MemberState state, @Nullable PartialDate claimed) {
        return new ClaimExemption(
                entry, state, ExemptionGround.NATIONAL_LAW, new PersonsCount(8), null, claimed, "Eight persons.", null);
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

    private static String boxed(ExemptionGround ground) {
        ClaimExemption command = new ClaimExemption(signatory(), null, ground, null, null, null, null, null);
        return Objects.requireNonNull(
                        ClaimExemptionHandler.decide(command, SEALER).sealed())
                .box();
    }
}
