package org.stele.command.attestation.submitattestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.testing.SliceTest;
import org.stele.events.CommandId;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.CommitteeDocument;
import org.stele.events.attestation.DocumentKind;

/** One document, one obligation or several. */
class SubmitDocumentTest extends SliceTest {

    private static final PartialDate DAY = PartialDate.parse("2020-02-14");
    private static final List<ObligationId> THREE =
            List.of(ObligationId.NIR_2371, ObligationId.REP_MID, ObligationId.NIR_2375);

    SubmitDocumentTest() {
        super(new SubmitAttestationSlice().submitAttestation());
    }

    @Test
    void a_document_that_answers_several_obligations_is_one_attestation_for_each_under_one_document() {
        SubmitAttestation command = submit(signatory(), null, THREE, null);

        List<AttestationSubmitted> events = SubmitAttestationHandler.decide(command);

        assertThat(events).extracting(AttestationSubmitted::obligation).isEqualTo(THREE);
        assertThat(events).extracting(AttestationSubmitted::attestation).isEqualTo(command.filings());
        assertThat(command.filings())
                .doesNotHaveDuplicates()
                .doesNotContain(signatory().created());
        assertThat(events)
                .extracting(AttestationSubmitted::document)
                .containsOnly(plain(signatory().created("document")));
        assertThat(events).extracting(AttestationSubmitted::submittedOn).containsOnly(TODAY);
        given().when(command).recordedAll(events);
    }

    @Test
    void the_order_of_the_obligations_does_not_change_the_ids() {
        List<FilingId> reversed =
                submit(signatory(), null, THREE.reversed(), null).filings();

        assertThat(reversed)
                .isEqualTo(submit(signatory(), null, THREE, null).filings().reversed());
    }

    @Test
    void one_obligation_alone_has_the_id_of_the_command_and_no_document_unless_one_is_stated() {
        SubmitAttestation command = submit(signatory(), null, List.of(ObligationId.REP_MID), null);

        AttestationSubmitted event = SubmitAttestationHandler.decide(command).getFirst();

        assertThat(event.attestation()).isEqualTo(signatory().created());
        assertThat(event.document()).isNull();
    }

    @Test
    void none_one_twice_or_one_that_no_attestation_answers_is_malformed() {
        given().when(submit(signatory(), null, List.of(), null)).malformed("obligation");
        given().when(submit(signatory(), null, List.of(ObligationId.REP_MID, ObligationId.REP_MID), null))
                .malformed("obligations");
        given().when(submit(signatory(), null, List.of(ObligationId.REP_MID, ObligationId.REPAT), null))
                .malformed("obligation");
    }

    @Test
    void a_state_states_its_own_days_and_what_its_document_follows() {
        StatedDocument stated =
                new StatedDocument(null, DocumentKind.ADDENDUM, "S/AC.49/2019/3", TOMORROW, DAY, null, Map.of(), null);
        SubmitAttestation command = submit(signatory(), null, List.of(ObligationId.OTHER), stated);

        assertThat(SubmitAttestationHandler.decide(command).getFirst().document())
                .isEqualTo(new CommitteeDocument(
                        signatory().created("document"),
                        null,
                        DocumentKind.ADDENDUM,
                        "S/AC.49/2019/3",
                        TOMORROW,
                        DAY,
                        null,
                        new TreeMap<>(),
                        null));
    }

    @Test
    void only_a_registrar_states_the_symbol_and_the_days_of_the_committee() {
        StatedDocument symbol = new StatedDocument("S/AC.49/2020/17", null, null, null, null, null, Map.of(), null);
        given().when(submit(signatory(), null, THREE, symbol)).forbidden("symbol-not-allowed");
        for (StatedDocument stated : committeeDays(DAY)) {
            given().when(submit(signatory(), null, THREE, stated)).forbidden("date-not-allowed");
            SubmitAttestation byRegistrar = submit(registrar(), SWEDEN, THREE, stated);
            given().when(byRegistrar).recordedAll(SubmitAttestationHandler.decide(byRegistrar));
        }
    }

    @Test
    void a_day_of_the_committee_or_of_the_submission_to_come_is_malformed() {
        for (StatedDocument stated : committeeDays(TOMORROW)) {
            given().when(submit(registrar(), SWEDEN, THREE, stated))
                    .refused(Rejected.Kind.MALFORMED, "invalid-request");
        }
        StatedDocument submitted = new StatedDocument(null, null, null, null, TOMORROW, null, Map.of(), null);
        given().when(submit(signatory(), null, THREE, submitted)).malformed("document.submitted");
    }

    @Test
    void a_symbol_identifies_a_document_of_a_state() {
        StatedDocument symbol = new StatedDocument("S/AC.49/2020/17", null, null, null, null, null, Map.of(), null);

        FilingId sweden = document(registrar(), SWEDEN, symbol);

        assertThat(document(new CommandContext(registrar().actor(), OTHER_COMMAND, TODAY), SWEDEN, symbol))
                .isEqualTo(sweden);
        assertThat(document(registrar(), NORWAY, symbol)).isNotEqualTo(sweden);
    }

    @Test
    void a_symbol_with_personal_data_is_refused() {
        StatedDocument stated = new StatedDocument("Passport 836410105", null, null, null, null, null, Map.of(), null);

        given().when(submit(registrar(), SWEDEN, THREE, stated)).forbidden("plain-personal-data");
    }

    private static final CommandId OTHER_COMMAND = CommandId.parse("6f1c2d3e-4a5b-4c6d-8e7f-901234567891");

    private static FilingId document(CommandContext entry, MemberState state, StatedDocument stated) {
        return Objects.requireNonNull(SubmitAttestationHandler.decide(submit(entry, state, THREE, stated))
                        .getFirst()
                        .document())
                .id();
    }

    private static List<StatedDocument> committeeDays(PartialDate day) {
        return List.of(
                new StatedDocument(null, null, null, null, null, day, Map.of(), null),
                new StatedDocument(null, null, null, null, null, null, Map.of("en", day), null),
                new StatedDocument(null, null, null, null, null, null, Map.of(), day));
    }

    private static CommitteeDocument plain(FilingId id) {
        return new CommitteeDocument(id, null, DocumentKind.ORIGINAL, null, null, null, null, new TreeMap<>(), null);
    }

    private static SubmitAttestation submit(
            CommandContext entry,
            @Nullable MemberState state,
            List<ObligationId> obligations,
            @Nullable StatedDocument document) {
        return new SubmitAttestation(entry, state, obligations, content(), null, document);
    }
}
