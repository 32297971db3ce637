package org.stele.command.screening.reopenscreening;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.ReopeningCause;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningVerdictConfirmed;

class ReopenScreeningTest extends SliceTest {

    private static final ScreeningReopened REOPENED =
            new ScreeningReopened(NORWAY, FILING, ReopeningCause.LIST_CHANGE, DIGEST, List.of("KPi.001"), "Amended.");

    ReopenScreeningTest() {
        super(new ReopenScreeningSlice().reopenScreening());
    }

    @Test
    void a_confirmed_verdict_is_reopened_once() {
        given(confirmed(FILING)).when(reopen()).recorded(REOPENED);
        given(confirmed(FILING), REOPENED).when(reopen()).tooLateOrEarly("verdict-not-confirmed");
        given(confirmed(FILING), REOPENED, confirmed(FILING)).when(reopen()).recorded(REOPENED);
    }

    @Test
    void without_a_confirmed_verdict_nothing_is_reopened() {
        given().when(reopen()).notFound();
        given(confirmed(OTHER_FILING)).when(reopen()).notFound();
    }

    private static ReopenScreening reopen() {
        return new ReopenScreening(
                registrar(), FILING, ReopeningCause.LIST_CHANGE, DIGEST, List.of("KPi.001"), "Amended.");
    }

    private static ScreeningVerdictConfirmed confirmed(FilingId id) {
        return new ScreeningVerdictConfirmed(NORWAY, id, Disposition.FALSE_POSITIVE, "a", "b");
    }
}
