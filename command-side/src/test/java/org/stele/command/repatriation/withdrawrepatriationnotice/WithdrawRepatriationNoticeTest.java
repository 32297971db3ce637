package org.stele.command.repatriation.withdrawrepatriationnotice;

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
import static org.stele.command.testing.Samples.noticed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.SliceTest;
import org.stele.events.PartialDate;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;

class WithdrawRepatriationNoticeTest extends SliceTest {

    WithdrawRepatriationNoticeTest() {
        super(new WithdrawRepatriationNoticeSlice().withdrawRepatriationNotice());
    }

    @Test
    void a_notice_is_withdrawn_today_by_its_state() {
        given(noticed(NORWAY, FILING)).when(withdraw(signatory(), null)).recorded(withdrawn(NOW));
    }

    @Test
    void a_registrar_states_the_day_of_an_old_withdrawal() {
        given(noticed(NORWAY, FILING)).when(withdraw(registrar(), LONG_AGO)).recorded(withdrawn(LONG_AGO));
    }

    @Test
    void a_state_may_state_today_and_no_other_day() {
        given(noticed(NORWAY, FILING)).when(withdraw(signatory(), NOW)).recorded(withdrawn(NOW));
        given(noticed(NORWAY, FILING)).when(withdraw(signatory(), LONG_AGO)).forbidden("date-not-allowed");
    }

    @Test
    void tomorrow_is_malformed_for_everybody() {
        given(noticed(NORWAY, FILING)).when(withdraw(registrar(), TOMORROW)).malformed("received");
    }

    @Test
    void it_is_withdrawn_once() {
        given(noticed(NORWAY, FILING), withdrawn(LONG_AGO))
                .when(withdraw(signatory(), null))
                .tooLateOrEarly("notice-withdrawn");
    }

    @Test
    void the_withdrawal_of_another_one_does_not_count() {
        given(
                        noticed(NORWAY, FILING),
                        noticed(NORWAY, OTHER_FILING),
                        new RepatriationNoticeWithdrawn(NORWAY, OTHER_FILING, "a mistake", NOW))
                .when(withdraw(signatory(), null))
                .recorded(withdrawn(NOW));
    }

    @Test
    void what_another_state_filed_is_not_found() {
        given(noticed(NORWAY, FILING)).when(withdraw(neighbour(), null)).notFound();
    }

    @Test
    void what_nobody_filed_is_not_found() {
        given().when(withdraw(registrar(), null)).notFound();
    }

    @Test
    void a_focal_point_may_not_withdraw() {
        given(noticed(NORWAY, FILING)).when(withdraw(focalPoint(), null)).notAllowed();
    }

    @Test
    void a_withdrawal_says_why() {
        given(noticed(NORWAY, FILING))
                .when(new WithdrawRepatriationNotice(signatory(), FILING, "\t", null))
                .malformed("reason");
    }

    private static WithdrawRepatriationNotice withdraw(CommandContext entry, @Nullable PartialDate day) {
        return new WithdrawRepatriationNotice(entry, FILING, "a mistake", day);
    }

    private static RepatriationNoticeWithdrawn withdrawn(PartialDate day) {
        return new RepatriationNoticeWithdrawn(NORWAY, FILING, "a mistake", day);
    }
}
