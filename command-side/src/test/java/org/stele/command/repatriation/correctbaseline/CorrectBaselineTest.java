package org.stele.command.repatriation.correctbaseline;

import static org.stele.command.repatriation.PersonsOnRecord.ADOPTION;
import static org.stele.command.repatriation.PersonsOnRecord.BASELINE;
import static org.stele.command.repatriation.PersonsOnRecord.declared;
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
import org.stele.events.repatriation.BaselineCorrected;
import org.stele.events.repatriation.BaselineWithdrawn;

class CorrectBaselineTest extends SliceTest {

    CorrectBaselineTest() {
        super(new CorrectBaselineSlice().correctBaseline());
    }

    @Test
    void a_correction_is_the_next_version() {
        given(declared(NORWAY, FILING)).when(correct(signatory(), null)).recorded(corrected(2, NOW));
        given(declared(NORWAY, FILING), corrected(2, NOW))
                .when(correct(signatory(), null))
                .recorded(corrected(3, NOW));
    }

    @Test
    void a_registrar_states_the_day_of_an_old_correction() {
        given(declared(NORWAY, FILING)).when(correct(registrar(), LONG_AGO)).recorded(corrected(2, LONG_AGO));
    }

    @Test
    void a_state_may_state_no_day_but_today() {
        given(declared(NORWAY, FILING)).when(correct(signatory(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void what_is_withdrawn_is_not_corrected() {
        given(declared(NORWAY, FILING), new BaselineWithdrawn(NORWAY, FILING, "a mistake", NOW))
                .when(correct(signatory(), null))
                .tooLateOrEarly("baseline-withdrawn");
    }

    @Test
    void another_baseline_does_not_count() {
        given(declared(NORWAY, FILING), new BaselineWithdrawn(NORWAY, OTHER_FILING, "a mistake", NOW))
                .when(correct(signatory(), null))
                .recorded(corrected(2, NOW));
    }

    @Test
    void what_another_state_filed_is_not_found() {
        given(declared(NORWAY, FILING)).when(correct(neighbour(), null)).notFound();
    }

    @Test
    void what_is_of_today_is_recorded_and_what_is_of_tomorrow_is_malformed() {
        given(declared(NORWAY, FILING)).when(correct(signatory(), NOW, null)).recorded(corrected(2, NOW, NOW));
        given(declared(NORWAY, FILING))
                .when(correct(signatory(), TOMORROW, null))
                .malformed("on");
    }

    @Test
    void a_focal_point_may_not_correct() {
        given(declared(NORWAY, FILING)).when(correct(focalPoint(), null)).notAllowed();
    }

    private static CorrectBaseline correct(CommandContext entry, @Nullable PartialDate received) {
        return correct(entry, ADOPTION, received);
    }

    private static CorrectBaseline correct(CommandContext entry, PartialDate day, @Nullable PartialDate received) {
        return new CorrectBaseline(entry, FILING, PersonsCategory.WORKER, BASELINE, day, "a mistake", received);
    }

    private static BaselineCorrected corrected(int version, PartialDate received) {
        return corrected(version, ADOPTION, received);
    }

    private static BaselineCorrected corrected(int version, PartialDate day, PartialDate received) {
        return new BaselineCorrected(
                NORWAY, FILING, version, PersonsCategory.WORKER, BASELINE, day, "a mistake", received);
    }
}
