package org.stele.command.attestation.unpublishattestation;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.published;
import static org.stele.command.testing.Samples.submitted;
import static org.stele.command.testing.Samples.unpublished;
import static org.stele.command.testing.Samples.withdrawn;
import static org.stele.command.testing.Samples.withheld;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;
import org.stele.events.attestation.AttestationUnpublished;

class UnpublishAttestationTest extends SliceTest {

    UnpublishAttestationTest() {
        super(new UnpublishAttestationSlice().unpublishAttestation());
    }

    @Test
    void what_is_published_is_taken_off_the_page_even_when_it_was_withdrawn() {
        given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1))
                .when(unpublish(null, "a mistake"))
                .recorded(unpublishedOn(TODAY));
        given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1), withdrawn(NORWAY, FILING))
                .when(unpublish(TODAY.minusDays(1), "a mistake"))
                .recorded(unpublishedOn(TODAY.minusDays(1)));
    }

    @Test
    void what_is_not_published_is_not_taken_off() {
        given(submitted(NORWAY, FILING)).when(unpublish(null, "a mistake")).tooLateOrEarly("attestation-not-published");
        for (Object taken : List.of(unpublished(NORWAY, FILING), withheld(NORWAY, FILING, 1))) {
            given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1), taken)
                    .when(unpublish(null, "a mistake"))
                    .tooLateOrEarly("attestation-not-published");
        }
    }

    @Test
    void a_day_to_come_and_a_reason_of_blanks_are_malformed() {
        given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1))
                .when(unpublish(TODAY.plusDays(1), "a mistake"))
                .malformed("unpublishedOn");
        given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1))
                .when(unpublish(null, " "))
                .malformed("reason");
    }

    @Test
    void another_attestation_does_not_count() {
        given(submitted(NORWAY, FILING), submitted(SWEDEN, OTHER_FILING), published(SWEDEN, OTHER_FILING, 1))
                .when(unpublish(null, "a mistake"))
                .tooLateOrEarly("attestation-not-published");
        given(submitted(SWEDEN, OTHER_FILING))
                .when(unpublish(null, "a mistake"))
                .notFound();
    }

    @Test
    void nobody_but_a_registrar_unpublishes() {
        for (CommandContext entry : List.of(People.of(Role.CHAIR), signatory())) {
            given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1))
                    .when(new UnpublishAttestation(entry, FILING, null, "a mistake"))
                    .notAllowed();
        }
    }

    private static UnpublishAttestation unpublish(@Nullable LocalDate day, String reason) {
        return new UnpublishAttestation(registrar(), FILING, day, reason);
    }

    private static AttestationUnpublished unpublishedOn(LocalDate day) {
        return new AttestationUnpublished(NORWAY, FILING, day, "a mistake");
    }
}
