package org.stele.command.screening.proposeverdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.screening.proposeverdict.VerdictSamples.verdict;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.SubjectRef;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.IndicatorFinding;
import org.stele.events.screening.Nationality;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.VerdictGrounds;
import org.stele.events.seal.Sealer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroundsSealingTest {

    private static final FilingId SCREENING = FilingId.named("screening");
    private static final SubjectRef SUBJECT = SubjectRef.parse("5d1e7c52-6a1b-4c77-9d0e-0d2f4f8a9b11");

    @Test
    void what_tells_of_the_subject_is_under_its_key_and_the_rest_in_plain_sight() throws GeneralSecurityException {
        Sealer sealer = new Sealer(new byte[Sealer.KEY_BYTES]);
        ScreeningVerdictProposed decided = new ScreeningVerdictProposed(
                MemberState.NOR,
                SCREENING,
                Disposition.FALSE_POSITIVE,
                List.of(verdict("KPi.001", Disposition.FALSE_POSITIVE)),
                "OTHER_PERSON",
                "Canary rationale.",
                new Nationality("KOR", null, "PRK"),
                List.of(new IndicatorFinding("ITW-ID-01", "Canary evidence.")),
                "analyst",
                null,
                null);

        ScreeningVerdictProposed recorded =
                GroundsSealing.under(sealer).seal(FilingId.named("command"), decided, SUBJECT);

        assertThat(EventJson.MAPPER.writeValueAsString(recorded))
                .contains("FALSE_POSITIVE", "OTHER_PERSON", "KPi.001")
                .doesNotContain("Canary", "Another one", "KOR", "ITW-ID-01");
        assertThat(EventJson.MAPPER.readValue(
                        sealer.open(Objects.requireNonNull(recorded.sealed()), SCREENING), VerdictGrounds.class))
                .isEqualTo(decided.grounds());
    }
}
