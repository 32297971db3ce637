package org.stele.command.attestation.amendattestation;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.neighbour;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.content;
import static org.stele.command.testing.Samples.submitted;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stele.command.attestation.Documents;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.DocumentKind;

class AmendAttestationTest extends SliceTest {

    AmendAttestationTest() {
        super(new AmendAttestationSlice().amendAttestation());
    }

    @Test
    void an_amendment_is_the_next_version() {
        given(submitted(NORWAY, FILING)).when(amend(signatory())).recorded(amended(2));
        given(submitted(NORWAY, FILING), amended(2)).when(amend(signatory())).recorded(amended(3));
    }

    @Test
    void a_registrar_amends_an_old_filing_of_any_state() {
        given(submitted(NORWAY, FILING)).when(amend(registrar())).recorded(amended(2));
    }

    @Test
    void what_is_withdrawn_is_not_amended() {
        given(submitted(NORWAY, FILING), new AttestationWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(amend(signatory()))
                .tooLateOrEarly("attestation-withdrawn");
    }

    @Test
    void the_withdrawal_of_another_attestation_does_not_count() {
        given(submitted(NORWAY, FILING), new AttestationWithdrawn(NORWAY, OTHER_FILING, "a mistake", NOW))
                .when(amend(signatory()))
                .recorded(amended(2));
    }

    @Test
    void what_another_state_filed_is_not_found() {
        given(submitted(NORWAY, FILING)).when(amend(neighbour())).notFound();
    }

    @Test
    void what_nobody_filed_is_not_found() {
        given(submitted(NORWAY, OTHER_FILING)).when(amend(signatory())).notFound();
    }

    @Test
    void a_focal_point_may_not_amend() {
        given(submitted(NORWAY, FILING)).when(amend(focalPoint())).notAllowed();
    }

    @Test
    void an_amendment_says_why() {
        given(submitted(NORWAY, FILING))
                .when(new AmendAttestation(signatory(), FILING, content(), " ", null, null))
                .malformed("reason");
    }

    @Test
    void plain_personal_data_in_the_reason_is_refused() {
        given(submitted(NORWAY, FILING))
                .when(new AmendAttestation(signatory(), FILING, content(), "Ask person@example.org", null, null))
                .forbidden("plain-personal-data");
    }

    private static AmendAttestation amend(CommandContext entry) {
        return new AmendAttestation(entry, FILING, content("another one"), "a mistake", null, null);
    }

    @Test
    void a_new_version_comes_in_a_document_of_its_own() {
        StatedDocument symbol = new StatedDocument("S/AC.49/2020/17", null, null, null, null, null, Map.of(), null);
        StatedDocument revision =
                new StatedDocument(null, DocumentKind.REVISION, "S/AC.49/2020/17", null, null, null, Map.of(), null);

        given(submitted(NORWAY, FILING)).when(with(symbol)).forbidden("symbol-not-allowed");
        given(submitted(NORWAY, FILING))
                .when(with(revision))
                .recorded(new AttestationAmended(
                        NORWAY,
                        FILING,
                        2,
                        content(),
                        "a mistake",
                        TODAY,
                        null,
                        Documents.of(signatory(), NORWAY, revision, null)));
    }

    private static AmendAttestation with(StatedDocument document) {
        return new AmendAttestation(signatory(), FILING, content(), "a mistake", null, document);
    }

    private static AttestationAmended amended(int version) {
        return new AttestationAmended(NORWAY, FILING, version, content("another one"), "a mistake", TODAY, null, null);
    }
}
