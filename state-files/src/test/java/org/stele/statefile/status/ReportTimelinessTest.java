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

/** 4.1, both sides of each day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTimelinessTest {

    private static final FilingId FILING = OneState.id(900);

    @ParameterizedTest
    @CsvSource({
        "2018-12-21, NOT_YET_OPEN, NOT_YET_OPEN",
        "2018-12-22, OPEN, NOT_YET_OPEN",
        "2019-03-22, OPEN, NOT_YET_OPEN",
        "2019-03-23, OVERDUE, NOT_YET_OPEN",
        "2019-12-21, OVERDUE, NOT_YET_OPEN",
        "2019-12-22, OVERDUE, OPEN",
        "2020-03-22, OVERDUE, OPEN",
        "2020-03-23, OVERDUE, OVERDUE"
    })
    void without_a_report_the_days_alone_decide(String day, TimelinessStatus midterm, TimelinessStatus last) {
        StateView view = new OneState().at(day);

        assertThat(view.midtermReport().status()).isEqualTo(midterm);
        assertThat(view.finalReport().status()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2019-03-23, 2019-03-22", "2019-03-22, 2019-03-23"})
    void the_earlier_of_the_two_dates_counts(String effectiveOn, String knownOn) {
        assertThat(new OneState().at(effectiveOn, knownOn).midtermReport().status())
                .isEqualTo(TimelinessStatus.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-06-01, MET_ON_TIME",
        "2019-03-22, MET_ON_TIME",
        "2019-03-23, MET_LATE",
        "2019-03-01/2019-03-22, MET_ON_TIME",
        "2019-03, MET_TIMELINESS_UNDETERMINED",
        "2019-03-22/2019-03-23, MET_TIMELINESS_UNDETERMINED",
        "2019-03-23/2019-04-30, MET_LATE"
    })
    void a_report_is_met_by_the_days_of_its_receipt(String received, TimelinessStatus expected) {
        OneState state = new OneState().midterm(received, Says.nothing());

        assertThat(state.at("2020-01-01").midtermReport().status()).isEqualTo(expected);
        assertThat(state.at("2020-01-01").midtermReport().firstReceived()).hasToString(received);
        assertThat(state.at("2020-01-01").finalReport().firstReceived()).isNull();
    }

    @Test
    void a_report_is_known_from_the_last_day_of_its_receipt() {
        OneState state = new OneState().midterm("2019-03-10/2019-03-20", Says.nothing());

        assertThat(state.at("2019-03-09").midtermReport().status()).isEqualTo(TimelinessStatus.OPEN);
        assertThat(state.at("2019-03-10").midtermReport().status()).isEqualTo(TimelinessStatus.RECEIPT_UNDETERMINED);
        assertThat(state.at("2019-03-19").midtermReport().status()).isEqualTo(TimelinessStatus.RECEIPT_UNDETERMINED);
        assertThat(state.at("2019-03-20").midtermReport().status()).isEqualTo(TimelinessStatus.MET_ON_TIME);
    }

    @Test
    void a_receipt_may_be_undetermined_before_the_obligation_opens() {
        OneState state = new OneState().midterm("2018-12-01/2019-01-31", Says.nothing());

        assertThat(state.at("2018-12-21").midtermReport().status()).isEqualTo(TimelinessStatus.RECEIPT_UNDETERMINED);
    }

    @Test
    void the_first_received_counts_by_the_last_day_of_its_receipt() {
        OneState state =
                new OneState().midterm("2019-01-01/2019-12-31", Says.nothing()).midterm("2019-03-23", Says.nothing());

        assertThat(state.at("2020-01-01").midtermReport().status()).isEqualTo(TimelinessStatus.MET_LATE);
    }

    @Test
    void of_two_with_one_last_day_the_one_with_the_earlier_first_day_counts() {
        OneState state = new OneState().midterm("2019-03-30", Says.nothing()).midterm("2019-03", Says.nothing());

        assertThat(state.at("2020-01-01").midtermReport().firstReceived()).hasToString("2019-03-30");
        assertThat(state.midterm("2019-03-01/2019-03-30", Says.nothing())
                        .at("2020-01-01")
                        .midtermReport()
                        .firstReceived())
                .hasToString("2019-03-01/2019-03-30");
    }

    @Test
    void an_amendment_never_changes_timeliness() {
        OneState state = new OneState()
                .submitted(FILING, ObligationId.REP_MID, Says.nothing())
                .received(FILING, 1, "2019-03-22")
                .amended(FILING, 2, Says.remaining(4))
                .received(FILING, 2, "2019-06-01");

        assertThat(state.at("2019-06-01").midtermReport().status()).isEqualTo(TimelinessStatus.MET_ON_TIME);
        assertThat(state.at("2019-06-01").midtermReport().firstReceived()).hasToString("2019-03-22");
    }

    @Test
    void a_report_that_was_withdrawn_is_nothing_on_record() {
        OneState state = new OneState()
                .submitted(FILING, ObligationId.REP_MID, Says.nothing())
                .received(FILING, 1, "2019-03-01")
                .withdrawn(FILING, "2019-04-01/2019-04-05");

        assertThat(state.at("2019-04-04").midtermReport().status()).isEqualTo(TimelinessStatus.MET_ON_TIME);
        assertThat(state.at("2019-04-05").midtermReport().status()).isEqualTo(TimelinessStatus.OVERDUE);
    }

    @Test
    void a_report_answers_its_own_obligation_alone() {
        StateView view = new OneState().midterm("2019-03-01", Says.nothing()).at("2020-03-23");

        assertThat(view.midtermReport().status()).isEqualTo(TimelinessStatus.MET_ON_TIME);
        assertThat(view.finalReport().status()).isEqualTo(TimelinessStatus.OVERDUE);
    }
}
