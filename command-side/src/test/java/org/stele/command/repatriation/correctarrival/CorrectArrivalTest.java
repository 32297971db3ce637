package org.stele.command.repatriation.correctarrival;

import static org.stele.command.repatriation.PersonsOnRecord.MAY;
import static org.stele.command.repatriation.PersonsOnRecord.TWO;
import static org.stele.command.repatriation.PersonsOnRecord.arrived;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.neighbour;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.repatriation.ArrivalCorrected;
import org.stele.events.repatriation.ArrivalWithdrawn;

class CorrectArrivalTest extends SliceTest {

    CorrectArrivalTest() {
        super(new CorrectArrivalSlice().correctArrival());
    }

    @Test
    void a_correction_is_the_next_version() {
        given(arrived(NORWAY, FILING)).when(correct(signatory(), null)).recorded(corrected(2, NOW));
        given(arrived(NORWAY, FILING), corrected(2, NOW))
                .when(correct(signatory(), null))
                .recorded(corrected(3, NOW));
    }

    @Test
    void a_registrar_states_the_day_of_an_old_correction() {
        given(arrived(NORWAY, FILING)).when(correct(registrar(), LONG_AGO)).recorded(corrected(2, LONG_AGO));
    }

    @Test
    void a_state_may_state_no_day_but_today() {
        given(arrived(NORWAY, FILING)).when(correct(signatory(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void what_is_withdrawn_is_not_corrected() {
        given(arrived(NORWAY, FILING), new ArrivalWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(correct(signatory(), null))
                .tooLateOrEarly("arrival-withdrawn");
    }

    @Test
    void another_arrival_does_not_count() {
        given(arrived(NORWAY, FILING), new ArrivalWithdrawn(NORWAY, OTHER_FILING, "a mistake", NOW))
                .when(correct(signatory(), null))
                .recorded(corrected(2, NOW));
    }

    @Test
    void what_another_state_filed_is_not_found() {
        given(arrived(NORWAY, FILING)).when(correct(neighbour(), null)).notFound();
    }

    @Test
    void what_is_of_today_is_recorded_and_what_is_of_tomorrow_is_malformed() {
        given(arrived(NORWAY, FILING)).when(correct(signatory(), NOW, null)).recorded(corrected(2, NOW, NOW));
        given(arrived(NORWAY, FILING))
                .when(correct(signatory(), TOMORROW, null))
                .malformed("arrived");
    }

    @Test
    void a_focal_point_may_not_correct() {
        given(arrived(NORWAY, FILING)).when(correct(focalPoint(), null)).notAllowed();
    }

    private static CorrectArrival correct(CommandContext entry, @Nullable PartialDate received) {
        return correct(entry, MAY, received);
    }

    private static CorrectArrival correct(CommandContext entry, PartialDate day, @Nullable PartialDate received) {
        return new CorrectArrival(entry, FILING, PersonsCategory.WORKER, TWO, day, "a mistake", received);
    }

    private static ArrivalCorrected corrected(int version, PartialDate received) {
        return corrected(version, MAY, received);
    }

    private static ArrivalCorrected corrected(int version, PartialDate day, PartialDate received) {
        return new ArrivalCorrected(NORWAY, FILING, version, PersonsCategory.WORKER, TWO, day, "a mistake", received);
    }
}
