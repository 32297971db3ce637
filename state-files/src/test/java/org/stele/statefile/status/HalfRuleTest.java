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

/** 4.2, both sides of each boundary. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HalfRuleTest {

    private static final FilingId FILING = OneState.id(900);
    private static final String RECEIVED = "2019-03-01";

    @ParameterizedTest
    @CsvSource({"2018-12-21, NOT_YET_OPEN", "2018-12-22, NO_REPORT", "2020-03-23, NO_REPORT"})
    void without_a_midterm_report_the_days_alone_decide(String day, HalfRuleStatus expected) {
        OneState other = new OneState()
                .finalReport("2018-01-01", Says.nothing().baseline(10).repatriated(1));

        assertThat(other.at(day).halfRule().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 3, NOT_TRIGGERED",
        "7, 4, NOT_TRIGGERED",
        "7, 3, UNEXPLAINED",
        "6, 2, UNEXPLAINED",
        "0, 0, NOT_APPLICABLE",
        "1, 0, UNEXPLAINED",
        "10000000, 5000000, NOT_TRIGGERED",
        "10000000, 4999999, UNEXPLAINED"
    })
    void exactly_half_does_not_trigger_it(int baseline, int repatriated, HalfRuleStatus expected) {
        assertThat(status(Says.nothing().baseline(baseline).repatriated(repatriated)))
                .isEqualTo(expected);
    }

    @Test
    void less_than_half_may_be_explained() {
        assertThat(status(Says.nothing().baseline(7).repatriated(3).explained()))
                .isEqualTo(HalfRuleStatus.EXPLAINED);
    }

    @Test
    void a_nil_is_not_concerned_even_with_figures() {
        assertThat(status(Says.nothing().declaredNil().baseline(7).repatriated(3)))
                .isEqualTo(HalfRuleStatus.NOT_APPLICABLE);
    }

    @Test
    void an_empty_baseline_is_not_concerned_without_a_repatriated_count() {
        assertThat(status(Says.nothing().baseline(0))).isEqualTo(HalfRuleStatus.NOT_APPLICABLE);
    }

    @Test
    void without_both_counts_an_assertion_cannot_be_verified() {
        assertThat(status(Says.nothing().repatriated(3).moreThanHalf()))
                .isEqualTo(HalfRuleStatus.ASSERTED_NOT_VERIFIABLE);
        assertThat(status(Says.nothing().baseline(3).moreThanHalf())).isEqualTo(HalfRuleStatus.ASSERTED_NOT_VERIFIABLE);
        assertThat(status(Says.nothing().baseline(3))).isEqualTo(HalfRuleStatus.UNDETERMINED);
        assertThat(status(Says.nothing().repatriated(3).explained())).isEqualTo(HalfRuleStatus.UNDETERMINED);
    }

    @Test
    void counts_go_before_an_assertion() {
        assertThat(status(Says.nothing().baseline(7).repatriated(3).moreThanHalf()))
                .isEqualTo(HalfRuleStatus.UNEXPLAINED);
    }

    @Test
    void the_report_that_was_received_last_is_read() {
        OneState state = new OneState()
                .midterm("2019-05-01", Says.nothing().baseline(4).repatriated(4))
                .midterm("2019-04-01", Says.nothing().baseline(4).repatriated(0));

        assertThat(state.at("2019-04-30").halfRule().status()).isEqualTo(HalfRuleStatus.UNEXPLAINED);
        assertThat(state.at("2019-05-01").halfRule().status()).isEqualTo(HalfRuleStatus.NOT_TRIGGERED);
    }

    @Test
    void of_two_received_on_one_day_the_one_recorded_later_is_read() {
        OneState state = new OneState()
                .midterm(RECEIVED, Says.nothing().baseline(4).repatriated(4))
                .midterm(RECEIVED, Says.nothing().baseline(4).repatriated(0));

        assertThat(state.at(RECEIVED).halfRule().status()).isEqualTo(HalfRuleStatus.UNEXPLAINED);
    }

    @Test
    void an_amendment_is_read_from_its_receipt_at_the_cut() {
        OneState state = new OneState()
                .submitted(
                        FILING, ObligationId.REP_MID, Says.nothing().baseline(4).repatriated(0))
                .received(FILING, 1, RECEIVED)
                .amended(FILING, 2, Says.nothing().baseline(4).repatriated(2))
                .received(FILING, 2, "2019-05-01");

        assertThat(state.at("2019-04-30", "2019-05-01").halfRule().status()).isEqualTo(HalfRuleStatus.UNEXPLAINED);
        assertThat(state.at("2019-05-01").halfRule().status()).isEqualTo(HalfRuleStatus.NOT_TRIGGERED);
    }

    private static HalfRuleStatus status(Says says) {
        return new OneState()
                .midterm(RECEIVED, says)
                .at("2019-03-22")
                .halfRule()
                .status();
    }
}
