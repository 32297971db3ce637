package org.stele.statefile.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.statefile.OneState;
import org.stele.statefile.Says;
import org.stele.statefile.inview.RemainingFigure;

/** 4.3, rule by rule, both sides of each boundary. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepatriationRulesTest {

    private static final FilingId CLAIM = OneState.id(800);

    @Test
    void rule_1_the_duty_opens_on_the_day_of_adoption() {
        OneState state = new OneState().filed(ObligationId.OTHER, "2017-01-01", Says.remaining(3));

        assertStatus(state.at("2017-12-21"), RepatriationStatus.NOT_YET_OPEN);
        assertStatus(state.at("2020-01-01", "2017-12-21"), RepatriationStatus.NOT_YET_OPEN);
        assertStatus(state.at("2017-12-22"), RepatriationStatus.IN_PROGRESS);
    }

    @Test
    void rule_2_evidence_and_claims_are_no_information_from_the_state_but_a_notice_is() {
        OneState state = new OneState()
                .evidence(OneState.id(1), "2018", "2018", "contests")
                .exemption(3, "2018-01-01");

        assertStatus(state.at("2020-01-01"), RepatriationStatus.NO_INFORMATION);
        assertStatus(
                state.notice(OneState.id(2), "2019-05-05", "2019-06-01").at("2020-01-01"),
                RepatriationStatus.INDETERMINATE);
    }

    @Test
    void rule_3_a_report_without_a_remaining_figure_is_indeterminate_even_if_it_declares_nil() {
        OneState state = new OneState().midterm("2019-03-01", Says.nothing().declaredNil());

        assertStatus(state.at("2020-01-01"), RepatriationStatus.INDETERMINATE);
        assertThat(state.at("2020-01-01").repatriation().outstandingCount()).isNull();
    }

    @Test
    void rule_4_a_nil_stands_unless_somebody_was_there() {
        assertStatus(
                new OneState().midterm("2019-03-01", Says.nil()).at("2019-03-01"), RepatriationStatus.NIL_REPORTED);
        assertStatus(
                new OneState()
                        .midterm("2019-03-01", Says.nil().baseline(0).repatriated(0))
                        .at("2019-03-01"),
                RepatriationStatus.NIL_REPORTED);
        assertStatus(
                new OneState().midterm("2019-03-01", Says.nil().baseline(1)).at("2019-03-01"),
                RepatriationStatus.REPORTED_COMPLETE_ON_TIME);
        assertStatus(
                new OneState()
                        .midterm("2019-03-01", Says.nil())
                        .filed(
                                ObligationId.NIR_2397,
                                "2019-02-01",
                                Says.nothing().repatriated(1))
                        .at("2019-03-01"),
                RepatriationStatus.REPORTED_COMPLETE_ON_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-22, REPORTED_COMPLETE_ON_TIME",
        "2019-12-23, REPORTED_COMPLETE_LATE",
        "2019-12-22/2019-12-23, REPORTED_COMPLETE_UNDATED",
        "2019-12, REPORTED_COMPLETE_UNDATED",
        "2020, REPORTED_COMPLETE_LATE"
    })
    void rule_5_a_zero_is_dated_by_the_days_it_is_true_for(String asOf, RepatriationStatus expected) {
        OneState state = new OneState()
                .finalReport("2021-01-01", Says.remaining(0).repatriated(9).asOf(asOf));

        assertStatus(state.at("2021-01-01"), expected);
    }

    @Test
    void rule_5_without_a_day_of_its_own_a_zero_is_dated_by_the_end_of_the_period_and_then_by_receipt() {
        assertStatus(
                new OneState()
                        .finalReport(
                                "2020-02-01", Says.remaining(0).repatriated(9).to("2019-12-22"))
                        .at("2020-02-01"),
                RepatriationStatus.REPORTED_COMPLETE_ON_TIME);
        assertStatus(
                new OneState()
                        .finalReport(
                                "2020-02-10", Says.remaining(0).repatriated(9).to("2020-02"))
                        .at("2020-02-10"),
                RepatriationStatus.REPORTED_COMPLETE_LATE);
        assertStatus(
                new OneState()
                        .finalReport("2019-12-20/2020-02-10", Says.remaining(0).repatriated(9))
                        .at("2020-02-10"),
                RepatriationStatus.REPORTED_COMPLETE_UNDATED);
    }

    @Test
    void rule_5_a_later_zero_without_departures_says_that_it_was_over_and_not_when() {
        OneState state = new OneState().finalReport("2020-03-20", Says.remaining(0));

        assertStatus(state.at("2020-03-20"), RepatriationStatus.REPORTED_COMPLETE_UNDATED);
    }

    @Test
    void rule_5_the_earliest_of_the_unbroken_run_of_zeros_counts() {
        OneState zeros = new OneState()
                .midterm("2019-11-01", Says.remaining(0))
                .filed(ObligationId.OTHER, "2019-12-01", Says.nothing())
                .finalReport("2020-03-20", Says.remaining(0).repatriated(5));

        assertStatus(zeros.at("2020-03-20"), RepatriationStatus.REPORTED_COMPLETE_ON_TIME);
        assertStatus(
                zeros.filed(ObligationId.OTHER, "2020-01-10", Says.remaining(2)).at("2020-03-20"),
                RepatriationStatus.REPORTED_COMPLETE_LATE);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-22, REPORTED_COMPLETE_ON_TIME",
        "2019-12-23, REPORTED_COMPLETE_LATE",
        "2019-12-22/2019-12-23, REPORTED_COMPLETE_UNDATED"
    })
    void rule_5_claims_that_bring_it_to_zero_date_it_too(String claimed, RepatriationStatus expected) {
        OneState state = new OneState()
                .midterm("2019-03-01", Says.remaining(8).repatriated(1))
                .exemption(8, claimed);

        assertStatus(state.at("2020-01-01"), expected);
    }

    @Test
    void rule_6_what_remains_is_in_progress_until_the_day_it_is_due() {
        OneState state = new OneState().midterm("2019-03-01", Says.remaining(8));

        assertStatus(state.at("2019-12-22"), RepatriationStatus.IN_PROGRESS);
        assertStatus(state.at("2019-12-22", "2024-01-01"), RepatriationStatus.IN_PROGRESS);
        assertStatus(state.at("2019-12-23"), RepatriationStatus.NOT_REPORTED_COMPLETE);
    }

    @Test
    void rule_7_a_figure_from_before_the_due_day_is_stale() {
        assertStatus(
                new OneState()
                        .finalReport("2020-01-10", Says.remaining(8).asOf("2019-12-21"))
                        .at("2020-01-10"),
                RepatriationStatus.NOT_REPORTED_COMPLETE);
        assertStatus(
                new OneState()
                        .finalReport("2020-01-10", Says.remaining(8).asOf("2019-12-22"))
                        .at("2020-01-10"),
                RepatriationStatus.INCOMPLETE_UNEXPLAINED);
    }

    @Test
    void rule_8_all_that_is_outstanding_is_in_dispute() {
        OneState state = new OneState()
                .finalReport("2020-01-10", Says.remaining(8).explained())
                .scope(CLAIM, 8, "2020-01-05")
                .disputed(CLAIM, "2018-01-01");

        assertStatus(state.at("2020-01-10"), RepatriationStatus.CLAIM_DISPUTED);
        assertStatus(
                state.finalReport("2020-01-11", Says.remaining(9).explained()).at("2020-01-11"),
                RepatriationStatus.INCOMPLETE_EXPLAINED);
    }

    @Test
    void rules_9_and_10_an_explanation_in_view_makes_the_difference() {
        OneState state = new OneState().finalReport("2020-01-10", Says.remaining(8));

        assertStatus(state.at("2020-01-10"), RepatriationStatus.INCOMPLETE_UNEXPLAINED);
        assertStatus(
                state.filed(ObligationId.OTHER, "2020-01-11", Says.nothing().explained())
                        .at("2020-01-11"),
                RepatriationStatus.INCOMPLETE_UNEXPLAINED);
        assertStatus(
                state.filed(ObligationId.REP_MID, "2020-01-12", Says.nothing().explained())
                        .at("2020-01-12"),
                RepatriationStatus.INCOMPLETE_EXPLAINED);
    }

    @Test
    void rule_2_a_report_on_an_older_resolution_that_is_silent_about_workers_is_no_information() {
        OneState state = new OneState().filed(ObligationId.NIR_2270, "2016-05-31", Says.nothing());

        assertStatus(state.at("2020-01-10"), RepatriationStatus.NO_INFORMATION);
        assertStatus(
                state.filed(ObligationId.NIR_2397, "2018-03-01", Says.nothing().baseline(4))
                        .at("2020-01-10"),
                RepatriationStatus.INDETERMINATE);
    }

    @Test
    void an_undisputed_exemption_lowers_what_is_outstanding_and_a_scope_claim_does_only_when_it_is_upheld() {
        OneState state = new OneState()
                .finalReport("2020-01-10", Says.remaining(8))
                .exemption(OneState.id(801), 3, null, "2020-01-01")
                .scope(CLAIM, 5, "2020-01-01");

        assertThat(state.at("2020-01-10").repatriation().outstandingCount()).isEqualTo(5);
        state.upheld(CLAIM, "2020-02-01").disputed(OneState.id(801), "2020-03-01");
        assertThat(state.at("2020-01-31").repatriation().outstandingCount()).isEqualTo(5);
        assertThat(state.at("2020-02-01").repatriation().outstandingCount()).isEqualTo(0);
        assertThat(state.at("2020-03-01").repatriation().outstandingCount()).isEqualTo(3);
        assertThat(state.at("2020-03-01").repatriation().disputedCount()).isEqualTo(3);
        state.upheld(OneState.id(801), "2020-04-01");
        assertThat(state.at("2020-04-01").repatriation().exemptCount()).isEqualTo(8);
        assertThat(state.at("2020-04-01").repatriation().disputedCount()).isZero();
    }

    @Test
    void the_remaining_figure_is_the_one_with_the_latest_day() {
        OneState state = new OneState()
                .finalReport("2020-03-20", Says.remaining(5).to("2019-12-31"))
                .filed(ObligationId.OTHER, "2020-02-01", Says.remaining(7).asOf("2020-01-31"));

        RemainingFigure remaining = state.at("2020-03-20").repatriation().remaining();

        assertThat(remaining).isNotNull().extracting(RemainingFigure::count).isEqualTo(7);
        assertThat(remaining)
                .isNotNull()
                .extracting(RemainingFigure::effectiveOn)
                .hasToString("2020-01-31");
    }

    @Test
    void of_two_figures_for_one_day_the_one_received_and_then_recorded_later_counts() {
        OneState state = new OneState()
                .finalReport("2020-03-20", Says.remaining(5).to("2019-12-31"))
                .finalReport("2020-03-19", Says.remaining(6).to("2019-12-31"));

        assertRemaining(state.at("2020-03-20"), 5);
        assertRemaining(
                state.finalReport("2020-03-20", Says.remaining(7).to("2019-12-31"))
                        .at("2020-03-20"),
                7);
    }

    @Test
    void a_figure_dated_after_the_effective_day_is_not_used() {
        OneState state = new OneState()
                .finalReport("2020-03-20", Says.remaining(2).to("2019-06-30").asOf("2020-03-10"));

        assertStatus(state.at("2020-03-09", "2020-03-20"), RepatriationStatus.INDETERMINATE);
        assertRemaining(state.at("2020-03-10", "2020-03-20"), 2);
    }

    @Test
    void figures_are_the_latest_stated_ones_and_never_sums() {
        Repatriation figures = new OneState()
                .midterm("2019-03-01", Says.remaining(5).baseline(20).repatriated(15))
                .finalReport("2020-03-01", Says.nothing().repatriated(4).undisclosedBaseline())
                .at("2020-03-01")
                .repatriation();

        assertThat(figures.repatriatedCount()).hasToString("4");
        assertThat(figures.baselineCount()).hasToString("20");
        assertThat(figures.baselineBasis()).hasToString("PERSONS");
    }

    private static void assertStatus(StateView view, RepatriationStatus expected) {
        assertThat(view.repatriation().status()).isEqualTo(expected);
    }

    private static void assertRemaining(StateView view, int expected) {
        assertThat(view.repatriation().remaining())
                .isNotNull()
                .extracting(RemainingFigure::count)
                .isEqualTo(expected);
    }
}
