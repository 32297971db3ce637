package org.stele.command.attestation.receiveattestation;

import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.content;
import static org.stele.command.testing.Samples.submitted;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.CommitteeDocument;
import org.stele.events.attestation.DocumentKind;

class ReceiveAttestationTest extends SliceTest {

    ReceiveAttestationTest() {
        super(new ReceiveAttestationSlice().receiveAttestation());
    }

    @Test
    void a_version_is_received_on_the_day_it_was_submitted_unless_another_is_stated() {
        given(submitted(NORWAY, FILING)).when(receive(null, null)).recorded(received(1, LONG_AGO));
        given(submitted(NORWAY, FILING))
                .when(receive(1, PartialDate.parse("2020")))
                .recorded(received(1, PartialDate.parse("2020")));
    }

    @Test
    void an_amendment_is_received_on_the_day_of_the_amendment() {
        given(submitted(NORWAY, FILING), received(1, LONG_AGO), amended(FILING))
                .when(receive(null, null))
                .recorded(received(2, PartialDate.parse("2020-01-31")));
    }

    @Test
    void the_oldest_version_that_is_not_received_comes_first() {
        given(submitted(NORWAY, FILING), amended(FILING))
                .when(receive(null, null))
                .recorded(received(1, LONG_AGO));
    }

    @Test
    void a_later_version_may_be_received_first() {
        given(submitted(NORWAY, FILING), amended(FILING))
                .when(receive(2, null))
                .recorded(received(2, PartialDate.parse("2020-01-31")));
        given(submitted(NORWAY, FILING), amended(FILING), received(2, LONG_AGO))
                .when(receive(null, null))
                .recorded(received(1, LONG_AGO));
    }

    @Test
    void a_version_is_received_once() {
        given(submitted(NORWAY, FILING), received(1, LONG_AGO))
                .when(receive(1, null))
                .tooLateOrEarly("attestation-version-already-received");
        given(submitted(NORWAY, FILING), received(1, LONG_AGO))
                .when(receive(null, null))
                .tooLateOrEarly("attestation-version-already-received");
    }

    @Test
    void a_version_that_does_not_exist_is_not_received() {
        given(submitted(NORWAY, FILING)).when(receive(2, null)).tooLateOrEarly("attestation-version-unknown");
        given(submitted(NORWAY, FILING)).when(receive(0, null)).tooLateOrEarly("attestation-version-unknown");
    }

    @Test
    void what_is_withdrawn_is_not_received() {
        given(submitted(NORWAY, FILING), new AttestationWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(receive(null, null))
                .tooLateOrEarly("attestation-withdrawn");
    }

    @Test
    void another_attestation_does_not_count() {
        given(submitted(NORWAY, OTHER_FILING)).when(receive(null, null)).notFound();
        given(submitted(NORWAY, FILING), submitted(SWEDEN, OTHER_FILING), amended(OTHER_FILING))
                .when(receive(2, null))
                .tooLateOrEarly("attestation-version-unknown");
    }

    @Test
    void a_receipt_tomorrow_is_malformed_and_one_today_is_not() {
        given(submitted(NORWAY, FILING)).when(receive(1, TOMORROW)).malformed("received");
        given(submitted(NORWAY, FILING)).when(receive(1, NOW)).recorded(received(1, NOW));
    }

    @Test
    void only_a_registrar_receives() {
        given(submitted(NORWAY, FILING))
                .when(new ReceiveAttestation(signatory(), FILING, 1, null, null))
                .notAllowed();
    }

    @Test
    void the_registrar_states_the_document_under_the_id_that_the_filing_gave_it() {
        CommitteeDocument filed = document(OTHER_FILING, null);
        AttestationSubmitted submission = new AttestationSubmitted(
                NORWAY, FILING, ObligationId.REP_MID, content(), LONG_AGO.firstDay(), null, filed);
        StatedDocument stated = new StatedDocument("S/AC.49/2019/3", null, null, null, null, null, Map.of(), null);

        given(submission)
                .when(new ReceiveAttestation(registrar(), FILING, 1, null, null, stated))
                .recorded(new AttestationReceived(
                        NORWAY, FILING, 1, LONG_AGO, null, document(OTHER_FILING, "S/AC.49/2019/3")));
        given(submitted(NORWAY, FILING))
                .when(new ReceiveAttestation(registrar(), FILING, 1, null, null, stated))
                .recorded(new AttestationReceived(
                        NORWAY,
                        FILING,
                        1,
                        LONG_AGO,
                        null,
                        document(FilingId.named("document\nNOR\nS/AC.49/2019/3"), "S/AC.49/2019/3")));
    }

    private static CommitteeDocument document(FilingId id, @Nullable String symbol) {
        return new CommitteeDocument(id, symbol, DocumentKind.ORIGINAL, null, null, null, null, new TreeMap<>(), null);
    }

    private static ReceiveAttestation receive(@Nullable Integer version, @Nullable PartialDate received) {
        return new ReceiveAttestation(registrar(), FILING, version, received, null);
    }

    private static AttestationReceived received(int version, PartialDate day) {
        return new AttestationReceived(NORWAY, FILING, version, day, null, null);
    }

    private static AttestationAmended amended(FilingId id) {
        return new AttestationAmended(NORWAY, id, 2, content(), "a mistake", LocalDate.of(2020, 1, 31), null, null);
    }
}
