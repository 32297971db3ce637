package org.stele.command.attestation.submitattestation;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.PAPER;
import static org.stele.command.testing.Samples.content;
import static org.stele.command.testing.Samples.submitted;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.Role;
import org.stele.events.SourceReference;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;

class SubmitAttestationTest extends SliceTest {

    SubmitAttestationTest() {
        super(new SubmitAttestationSlice().submitAttestation());
    }

    @Test
    void a_signatory_s_attestation_is_recorded_for_the_credential_s_state() {
        SubmitAttestation command = submit(signatory(), null, ObligationId.REP_MID, null);

        given().when(command).recorded(recorded(command, NORWAY));
    }

    @Test
    void a_second_attestation_to_the_same_obligation_is_recorded_too() {
        SubmitAttestation command = submit(signatory(), null, ObligationId.REP_MID, null);

        given(submitted(NORWAY, FILING)).when(command).recorded(recorded(command, NORWAY));
    }

    @Test
    void figures_that_do_not_add_up_are_recorded() {
        Figures odd = new Figures(null, new PersonsCount(12), new PersonsCount(40), PartialDate.parse("2199"));
        AttestationContent content = new AttestationContent(
                odd, null, null, null, null, true, true, true, Visibility.WITHHELD, null, null, null, List.of());
        SubmitAttestation command = new SubmitAttestation(signatory(), null, ObligationId.REP_FIN, content, null);

        given().when(command).recorded(recorded(command, NORWAY));
    }

    @Test
    void a_registrar_names_the_state_and_the_source_of_an_old_filing() {
        SubmitAttestation command = submit(registrar(), SWEDEN, ObligationId.OTHER, PAPER);

        given().when(command).recorded(recorded(command, SWEDEN));
    }

    @Test
    void a_registrar_must_name_the_state() {
        given().when(submit(registrar(), null, ObligationId.REP_MID, null)).malformed("memberState");
    }

    @Test
    void a_state_s_credential_may_not_name_a_state_not_even_its_own() {
        given().when(submit(signatory(), NORWAY, ObligationId.REP_MID, null))
                .refused(Rejected.Kind.NOT_ALLOWED, "member-state-not-allowed");
    }

    @Test
    void a_state_s_credential_may_not_name_another_state() {
        given().when(submit(signatory(), SWEDEN, ObligationId.REP_MID, null))
                .refused(Rejected.Kind.NOT_ALLOWED, "member-state-not-allowed");
    }

    @Test
    void only_a_registrar_states_a_source() {
        given().when(submit(signatory(), null, ObligationId.REP_MID, PAPER)).forbidden("source-not-allowed");
    }

    @Test
    void a_focal_point_may_not_submit() {
        given().when(submit(focalPoint(), null, ObligationId.REP_MID, null)).notAllowed();
    }

    @Test
    void a_monitor_may_not_submit() {
        given().when(submit(People.of(Role.MONITOR), NORWAY, ObligationId.REP_MID, null))
                .notAllowed();
    }

    @Test
    void an_obligation_that_no_attestation_answers_is_refused() {
        given().when(submit(signatory(), null, ObligationId.REPAT, null)).malformed("obligation");
    }

    @Test
    void a_national_implementation_report_is_an_attestation() {
        SubmitAttestation command = submit(signatory(), null, ObligationId.NIR_2397, null);

        given().when(command).recorded(recorded(command, NORWAY));
    }

    @Test
    void an_explanation_of_ten_thousand_characters_is_recorded_and_one_more_is_refused() {
        SubmitAttestation longest = explained("a".repeat(10_000));

        given().when(longest).recorded(recorded(longest, NORWAY));
        given().when(explained("a".repeat(10_001))).malformed("explanation");
    }

    @Test
    void plain_personal_data_is_refused() {
        given().when(explained("Passport 836410105.")).forbidden("plain-personal-data");
    }

    private static SubmitAttestation submit(
            CommandContext entry,
            @Nullable MemberState state,
            ObligationId obligation,
            @Nullable SourceReference source) {
        return new SubmitAttestation(entry, state, obligation, content(), source);
    }

    private static SubmitAttestation explained(String explanation) {
        return new SubmitAttestation(signatory(), null, ObligationId.REP_MID, content(explanation), null);
    }

    private static AttestationSubmitted recorded(SubmitAttestation command, MemberState state) {
        return new AttestationSubmitted(
                state,
                command.entry().created(),
                command.obligations().getFirst(),
                command.content(),
                TODAY,
                command.source(),
                null);
    }
}
