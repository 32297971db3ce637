package org.stele.command.repatriation.withdrawbaseline;

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
import org.stele.events.repatriation.BaselineWithdrawn;

class WithdrawBaselineTest extends SliceTest {

    WithdrawBaselineTest() {
        super(new WithdrawBaselineSlice().withdrawBaseline());
    }

    @Test
    void a_baseline_is_withdrawn_today_by_its_state() {
        given(declared(NORWAY, FILING)).when(withdraw(signatory(), null)).recorded(withdrawn(NOW));
    }

    @Test
    void a_registrar_states_the_day_of_an_old_withdrawal() {
        given(declared(NORWAY, FILING)).when(withdraw(registrar(), LONG_AGO)).recorded(withdrawn(LONG_AGO));
    }

    @Test
    void a_state_may_state_today_and_no_other_day() {
        given(declared(NORWAY, FILING)).when(withdraw(signatory(), NOW)).recorded(withdrawn(NOW));
        given(declared(NORWAY, FILING)).when(withdraw(signatory(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void tomorrow_is_malformed_for_everybody() {
        given(declared(NORWAY, FILING)).when(withdraw(registrar(), TOMORROW)).malformed("received");
    }

    @Test
    void it_is_withdrawn_once() {
        given(declared(NORWAY, FILING), withdrawn(LONG_AGO))
                .when(withdraw(signatory(), null))
                .tooLateOrEarly("baseline-withdrawn");
    }

    @Test
    void the_withdrawal_of_another_one_does_not_count() {
        given(
                        declared(NORWAY, FILING),
                        declared(NORWAY, OTHER_FILING),
                        new BaselineWithdrawn(NORWAY, OTHER_FILING, "a mistake", NOW))
                .when(withdraw(signatory(), null))
                .recorded(withdrawn(NOW));
    }

    @Test
    void what_another_state_filed_is_not_found() {
        given(declared(NORWAY, FILING)).when(withdraw(neighbour(), null)).notFound();
    }

    @Test
    void what_nobody_filed_is_not_found() {
        given().when(withdraw(registrar(), null)).notFound();
    }

    @Test
    void a_focal_point_may_not_withdraw() {
        given(declared(NORWAY, FILING)).when(withdraw(focalPoint(), null)).notAllowed();
    }

    @Test
    void a_withdrawal_says_why() {
        given(declared(NORWAY, FILING))
                .when(new WithdrawBaseline(signatory(), FILING, "\t", null))
                .malformed("reason");
    }

    private static WithdrawBaseline withdraw(CommandContext entry, @Nullable PartialDate day) {
        return new WithdrawBaseline(entry, FILING, "a mistake", day);
    }

    private static BaselineWithdrawn withdrawn(PartialDate day) {
        return new BaselineWithdrawn(NORWAY, FILING, "a mistake", day);
    }
}
