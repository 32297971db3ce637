package org.stele.command.attestation.withholdattestation;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.amended;
import static org.stele.command.testing.Samples.published;
import static org.stele.command.testing.Samples.submitted;
import static org.stele.command.testing.Samples.withdrawn;
import static org.stele.command.testing.Samples.withheld;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;
import org.stele.events.attestation.AttestationWithheldAtRequest;

class WithholdAttestationTest extends SliceTest {

    WithholdAttestationTest() {
        super(new WithholdAttestationSlice().withholdAttestation());
    }

    @Test
    void a_text_is_withheld_at_any_stage() {
        given(submitted(NORWAY, FILING)).when(withhold(null, "asked")).recorded(withheldToday(1, "asked"));
        given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1))
                .when(withhold(1, null))
                .recorded(withheldToday(1, null));
        given(submitted(NORWAY, FILING), published(NORWAY, FILING, 1), withdrawn(NORWAY, FILING))
                .when(withhold(1, null))
                .recorded(withheldToday(1, null));
    }

    @Test
    void the_highest_version_is_withheld_where_none_is_named() {
        given(submitted(NORWAY, FILING), amended(NORWAY, FILING, 2))
                .when(withhold(null, null))
                .recorded(withheldToday(2, null));
    }

    @Test
    void a_version_that_does_not_exist_is_not_withheld() {
        given(submitted(NORWAY, FILING)).when(withhold(2, null)).tooLateOrEarly("attestation-version-unknown");
    }

    @Test
    void what_is_withheld_is_not_withheld_again_until_it_was_published() {
        given(submitted(NORWAY, FILING), withheld(NORWAY, FILING, 1))
                .when(withhold(1, null))
                .tooLateOrEarly("attestation-already-withheld");
        given(submitted(NORWAY, FILING), withheld(NORWAY, FILING, 1), published(NORWAY, FILING, 1))
                .when(withhold(1, null))
                .recorded(withheldToday(1, null));
        given(submitted(NORWAY, FILING), withheld(NORWAY, FILING, 1), amended(NORWAY, FILING, 2))
                .when(withhold(2, null))
                .recorded(withheldToday(2, null));
    }

    @Test
    void a_registrar_may_state_a_day_in_the_past_and_none_to_come() {
        given(submitted(NORWAY, FILING))
                .when(new WithholdAttestation(registrar(), FILING, 1, TODAY.minusDays(1), null))
                .recorded(new AttestationWithheldAtRequest(NORWAY, FILING, 1, TODAY.minusDays(1), null));
        given(submitted(NORWAY, FILING))
                .when(new WithholdAttestation(registrar(), FILING, 1, TODAY.plusDays(1), null))
                .malformed("withheldOn");
    }

    @Test
    void a_reason_of_blanks_or_with_personal_data_is_refused() {
        given(submitted(NORWAY, FILING)).when(withhold(1, " ")).malformed("reason");
        given(submitted(NORWAY, FILING))
                .when(withhold(1, "Ask person@example.org"))
                .forbidden("plain-personal-data");
    }

    @Test
    void another_attestation_does_not_count() {
        given(submitted(SWEDEN, OTHER_FILING)).when(withhold(1, null)).notFound();
    }

    @Test
    void nobody_but_a_registrar_withholds() {
        for (CommandContext entry : List.of(People.of(Role.CHAIR), signatory())) {
            given(submitted(NORWAY, FILING))
                    .when(new WithholdAttestation(entry, FILING, 1, null, null))
                    .notAllowed();
        }
    }

    private static WithholdAttestation withhold(@Nullable Integer version, @Nullable String reason) {
        return new WithholdAttestation(registrar(), FILING, version, null, reason);
    }

    private static AttestationWithheldAtRequest withheldToday(int version, @Nullable String reason) {
        return new AttestationWithheldAtRequest(NORWAY, FILING, version, TODAY, reason);
    }
}
