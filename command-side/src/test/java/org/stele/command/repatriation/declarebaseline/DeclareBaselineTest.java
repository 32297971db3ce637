package org.stele.command.repatriation.declarebaseline;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stele.command.repatriation.PersonsOnRecord.ADOPTION;
import static org.stele.command.repatriation.PersonsOnRecord.BASELINE;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.NOW;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TOMORROW;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.neighbour;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.PAPER;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.repatriation.BaselineBody;
import org.stele.command.testing.SliceTest;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.web.body.InvalidField;

class DeclareBaselineTest extends SliceTest {

    DeclareBaselineTest() {
        super(new DeclareBaselineSlice().declareBaseline());
    }

    @Test
    void a_baseline_is_recorded_as_received_today() {
        DeclareBaseline command = declare(signatory(), ADOPTION, null);

        given().when(command).recorded(declared(command, NORWAY, NOW));
    }

    @Test
    void a_baseline_that_contradicts_another_is_recorded() {
        DeclareBaseline command = declare(signatory(), ADOPTION, null);

        given(declared(declare(neighbour(), ADOPTION, null), NORWAY, LONG_AGO))
                .when(command)
                .recorded(declared(command, NORWAY, NOW));
    }

    @Test
    void a_registrar_enters_an_old_baseline_of_any_state() {
        DeclareBaseline command = new DeclareBaseline(
                registrar(), SWEDEN, PersonsCategory.DEPENDANT, BASELINE, ADOPTION, LONG_AGO, PAPER);

        given().when(command).recorded(declared(command, SWEDEN, LONG_AGO));
    }

    @Test
    void a_registrar_names_the_state_and_a_state_does_not() {
        given().when(declare(registrar(), ADOPTION, null)).malformed("memberState");
        given().when(new DeclareBaseline(signatory(), NORWAY, PersonsCategory.WORKER, BASELINE, ADOPTION, null, null))
                .refused(Rejected.Kind.NOT_ALLOWED, "member-state-not-allowed");
    }

    @Test
    void a_state_may_state_no_day_but_today_and_no_source() {
        given().when(declare(signatory(), ADOPTION, LONG_AGO)).forbidden("date-not-allowed");
        given().when(new DeclareBaseline(signatory(), null, PersonsCategory.WORKER, BASELINE, ADOPTION, null, PAPER))
                .forbidden("source-not-allowed");
    }

    @Test
    void a_baseline_of_today_is_recorded_and_one_of_tomorrow_is_malformed() {
        DeclareBaseline today = declare(signatory(), NOW, null);

        given().when(today).recorded(declared(today, NORWAY, NOW));
        given().when(declare(signatory(), TOMORROW, null)).malformed("on");
    }

    @Test
    void a_number_that_is_kept_back_is_a_basis_without_a_count() {
        DeclareBaseline command = new DeclareBaseline(
                signatory(),
                null,
                PersonsCategory.WORKER,
                new Baseline(null, BaselineBasis.NOT_DISCLOSED),
                ADOPTION,
                null,
                null);

        given().when(command).recorded(declared(command, NORWAY, NOW));
        assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> new BaselineBody(null, null, null, ADOPTION));
    }

    @Test
    void a_focal_point_may_not_declare() {
        given().when(declare(focalPoint(), ADOPTION, null)).notAllowed();
    }

    private static DeclareBaseline declare(CommandContext entry, PartialDate on, @Nullable PartialDate received) {
        return new DeclareBaseline(entry, null, PersonsCategory.WORKER, BASELINE, on, received, null);
    }

    private static BaselineDeclared declared(DeclareBaseline command, MemberState state, PartialDate received) {
        return new BaselineDeclared(
                state,
                command.filing(),
                command.category(),
                command.baseline(),
                command.on(),
                received,
                command.source());
    }
}
