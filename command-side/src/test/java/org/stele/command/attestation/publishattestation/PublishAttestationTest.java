package org.stele.command.attestation.publishattestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.amended;
import static org.stele.command.testing.Samples.published;
import static org.stele.command.testing.Samples.received;
import static org.stele.command.testing.Samples.submitted;
import static org.stele.command.testing.Samples.unpublished;
import static org.stele.command.testing.Samples.withdrawn;
import static org.stele.command.testing.Samples.withheld;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.attestation.Documents;
import org.stele.command.attestation.StatedDocument;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.PartialDate;
import org.stele.events.Role;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.CommitteeDocument;
import org.stele.events.attestation.DocumentKind;
import org.stele.events.attestation.DocumentLanguage;

class PublishAttestationTest extends SliceTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 5);
    private static final StatedDocument IN_FRENCH = new StatedDocument(
            "S/AC.49/2020/17", null, null, null, null, null, Map.of("fr", PartialDate.of(DAY)), null);

    PublishAttestationTest() {
        super(new PublishAttestationSlice().publishAttestation());
    }

    @Test
    void a_received_version_is_published_on_the_stated_day_or_today() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(publish(1, DAY, null))
                .recorded(publishedOn(1, DAY, null));
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(publish(null, null, null))
                .recorded(publishedOn(1, TODAY, null));
    }

    @Test
    void the_highest_received_version_is_published_where_none_is_named() {
        given(
                        submitted(NORWAY, FILING),
                        received(NORWAY, FILING, 1),
                        amended(NORWAY, FILING, 2),
                        received(NORWAY, FILING, 2),
                        amended(NORWAY, FILING, 3))
                .when(publish(null, DAY, null))
                .recorded(publishedOn(2, DAY, null));
    }

    @Test
    void a_day_to_come_is_malformed() {
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(publish(1, TODAY.plusDays(1), null))
                .malformed("publishedOn");
    }

    @Test
    void what_is_not_received_does_not_exist_or_is_withdrawn_is_not_published() {
        given(submitted(NORWAY, FILING)).when(publish(1, DAY, null)).tooLateOrEarly("attestation-not-received");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                .when(publish(2, DAY, null))
                .tooLateOrEarly("attestation-version-unknown");
        given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), withdrawn(NORWAY, FILING))
                .when(publish(1, DAY, null))
                .tooLateOrEarly("attestation-withdrawn");
    }

    @Test
    void what_is_published_is_published_again_only_with_news_of_its_document() {
        Object[] before = {submitted(NORWAY, FILING), received(NORWAY, FILING, 1), published(NORWAY, FILING, 1)};

        given(before).when(publish(1, DAY, null)).tooLateOrEarly("attestation-already-published");
        CommitteeDocument document = Objects.requireNonNull(Documents.of(registrar(), NORWAY, IN_FRENCH, null));
        assertThat(document.texts()).containsOnlyKeys(DocumentLanguage.FR);
        given(before).when(publish(1, DAY, IN_FRENCH)).recorded(publishedOn(1, DAY, document));
    }

    @Test
    void what_was_unpublished_or_withheld_may_be_published_again() {
        for (Object taken : List.of(unpublished(NORWAY, FILING), withheld(NORWAY, FILING, 1))) {
            given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1), published(NORWAY, FILING, 1), taken)
                    .when(publish(1, DAY, null))
                    .recorded(publishedOn(1, DAY, null));
        }
    }

    @Test
    void the_document_keeps_the_id_that_the_filing_gave_it() {
        CommitteeDocument filed = new CommitteeDocument(
                OTHER_FILING, null, DocumentKind.ORIGINAL, null, null, null, null, new TreeMap<>(), null);
        AttestationReceived receipt = new AttestationReceived(NORWAY, FILING, 1, PartialDate.of(DAY), null, filed);

        given(submitted(NORWAY, FILING), receipt)
                .when(publish(1, DAY, IN_FRENCH))
                .recorded(publishedOn(
                        1,
                        DAY,
                        new CommitteeDocument(
                                OTHER_FILING,
                                "S/AC.49/2020/17",
                                DocumentKind.ORIGINAL,
                                null,
                                null,
                                null,
                                null,
                                new TreeMap<>(Map.of(DocumentLanguage.FR, PartialDate.of(DAY))),
                                null)));
    }

    @Test
    void another_attestation_does_not_count() {
        given(submitted(SWEDEN, OTHER_FILING), received(SWEDEN, OTHER_FILING, 1))
                .when(publish(1, DAY, null))
                .notFound();
    }

    @Test
    void nobody_but_a_registrar_publishes() {
        for (CommandContext entry : List.of(People.of(Role.CHAIR), signatory(), People.of(Role.AUDITOR))) {
            given(submitted(NORWAY, FILING), received(NORWAY, FILING, 1))
                    .when(new PublishAttestation(entry, FILING, 1, DAY, false, null))
                    .notAllowed();
        }
    }

    private static PublishAttestation publish(
            @Nullable Integer version, @Nullable LocalDate day, @Nullable StatedDocument document) {
        return new PublishAttestation(registrar(), FILING, version, day, false, document);
    }

    private static AttestationPublished publishedOn(int version, LocalDate day, @Nullable CommitteeDocument document) {
        return new AttestationPublished(NORWAY, FILING, version, day, false, document);
    }
}
