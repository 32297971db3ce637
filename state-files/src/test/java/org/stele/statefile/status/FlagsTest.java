package org.stele.statefile.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.statefile.status.Flag.AMENDED;
import static org.stele.statefile.status.Flag.AT_RISK;
import static org.stele.statefile.status.Flag.BACKFILLED;
import static org.stele.statefile.status.Flag.BASELINE_NOT_DISCLOSED;
import static org.stele.statefile.status.Flag.CLAIM_COUNT_UNKNOWN;
import static org.stele.statefile.status.Flag.CONTESTED;
import static org.stele.statefile.status.Flag.DATE_UNCERTAIN;
import static org.stele.statefile.status.Flag.EVIDENCE_ON_RECORD;
import static org.stele.statefile.status.Flag.EXEMPTION_CLAIMED;
import static org.stele.statefile.status.Flag.FIGURE_DERIVED;
import static org.stele.statefile.status.Flag.NIL_WITH_LIMITS;
import static org.stele.statefile.status.Flag.NO_FIGURES;
import static org.stele.statefile.status.Flag.OTHER_FILING_ON_RECORD;
import static org.stele.statefile.status.Flag.PERIOD_MISMATCH;
import static org.stele.statefile.status.Flag.SCOPE_CLAIMED;
import static org.stele.statefile.status.Flag.TEXT_WITHHELD;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.statefile.OneState;
import org.stele.statefile.Says;

/** 4.4, each flag up and down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagsTest {

    private static final FilingId ID = OneState.id(700);
    private static final String DAY = "2019-03-01";

    /** Recorded on the day it was received, with a count and nothing else: no flag. */
    private static OneState plain() {
        return new OneState().on(DAY).midterm(DAY, Says.remaining(4));
    }

    private static OneState plain(Says says) {
        return new OneState().on(DAY).midterm(DAY, says);
    }

    @Test
    void a_plain_filing_has_no_flag() {
        assertThat(plain().at(DAY).flags()).isEmpty();
    }

    @Test
    void evidence_contests_only_where_there_is_something_to_contest() {
        OneState alone = new OneState().on(DAY).evidence(ID, DAY, DAY, "contests");

        assertThat(alone.at(DAY).flags()).containsExactly(EVIDENCE_ON_RECORD);
        assertThat(plain().evidence(ID, DAY, DAY, "contests").at(DAY).flags())
                .containsExactly(EVIDENCE_ON_RECORD, CONTESTED);
        assertThat(plain().evidence(ID, DAY, DAY, "").at(DAY).flags()).containsExactly(EVIDENCE_ON_RECORD);
    }

    @Test
    void claims_are_flagged_by_kind_disputed_or_not() {
        assertThat(plain().scope(ID, 2, DAY).at(DAY).flags()).containsExactly(SCOPE_CLAIMED);
        assertThat(plain().exemption(ID, 2, null, DAY).disputed(ID, DAY).at(DAY).flags())
                .containsExactly(EXEMPTION_CLAIMED);
        assertThat(plain().exemption(ID, null, null, DAY).at(DAY).flags())
                .containsExactly(EXEMPTION_CLAIMED, CLAIM_COUNT_UNKNOWN);
    }

    @Test
    void a_text_is_withheld_until_it_is_published() {
        OneState state = new OneState()
                .on(DAY)
                .submitted(ID, ObligationId.REP_MID, Says.remaining(4).withheld())
                .received(ID, 1, DAY)
                .record(new AttestationPublished(OneState.STATE, ID, 1, LocalDate.parse("2019-04-01"), false, null))
                .record(new AttestationWithheldAtRequest(OneState.STATE, ID, 1, LocalDate.parse("2019-05-01"), null));

        assertThat(state.at(DAY).flags()).containsExactly(TEXT_WITHHELD);
        assertThat(state.at("2019-03-31").flags()).containsExactly(TEXT_WITHHELD);
        assertThat(state.at("2019-04-01").flags()).isEmpty();
        assertThat(state.at("2019-05-01").flags()).containsExactly(TEXT_WITHHELD);
    }

    @Test
    void no_figures_means_no_count_in_any_attestation_in_view() {
        assertThat(plain(Says.nothing()).at(DAY).flags()).containsExactly(NO_FIGURES);
        assertThat(plain(Says.nothing())
                        .finalReport(DAY, Says.nothing().repatriated(0))
                        .at(DAY)
                        .flags())
                .isEmpty();
        assertThat(new OneState().at(DAY).flags()).isEmpty();
    }

    @Test
    void what_the_content_admits_is_flagged() {
        assertThat(plain(Says.remaining(4).undisclosedBaseline()).at(DAY).flags())
                .containsExactly(BASELINE_NOT_DISCLOSED);
        assertThat(plain(Says.remaining(4).derived()).at(DAY).flags()).containsExactly(FIGURE_DERIVED);
        assertThat(plain(Says.nil().limited()).at(DAY).flags()).containsExactly(NIL_WITH_LIMITS);
        assertThat(plain(Says.remaining(4).limited()).at(DAY).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-22, 2018-12-22, false",
        "2017-12-22/2017-12-22, 2018-12-22, false",
        "2017-12-21, 2018-12-22, true",
        "2017-12-22, 2018-12-23, true",
        "2018-01-01, 2018-12-31, true"
    })
    void a_midterm_report_for_other_days_than_the_first_twelve_months_is_flagged(
            String from, String to, boolean mismatch) {
        OneState state = plain(Says.remaining(4).from(from).to(to));

        assertThat(state.at(DAY).flags().contains(PERIOD_MISMATCH)).isEqualTo(mismatch);
    }

    @Test
    void a_period_with_one_end_is_not_compared() {
        assertThat(plain(Says.remaining(4).from("2018-01-01")).at(DAY).flags()).isEmpty();
        assertThat(plain(Says.remaining(4).to("2018-10-01")).at(DAY).flags()).isEmpty();
        assertThat(new OneState()
                        .on(DAY)
                        .finalReport(DAY, Says.remaining(4).from("2016-01-01").to("2018-10-01"))
                        .at(DAY)
                        .flags())
                .isEmpty();
    }

    @Test
    void less_than_half_is_a_risk_while_repatriation_goes_on() {
        OneState state = plain(Says.remaining(4).baseline(5).repatriated(1));

        assertThat(state.at("2019-12-22").flags()).containsExactly(AT_RISK);
        assertThat(state.at("2019-12-23").flags()).isEmpty();
        assertThat(plain(Says.remaining(4).baseline(5).repatriated(1).explained())
                        .at(DAY)
                        .flags())
                .containsExactly(AT_RISK);
        assertThat(plain(Says.remaining(4).baseline(8).repatriated(4)).at(DAY).flags())
                .isEmpty();
    }

    @Test
    void a_second_version_is_flagged_once_it_is_received() {
        OneState state = new OneState()
                .on(DAY)
                .submitted(ID, ObligationId.REP_MID, Says.remaining(4))
                .received(ID, 1, DAY)
                .amended(ID, 2, Says.remaining(3).to(DAY))
                .received(ID, 2, "2019-04-01");

        assertThat(state.at("2019-03-31").flags()).isEmpty();
        assertThat(state.at("2019-04-01").flags()).containsExactly(AMENDED);
    }

    @Test
    void what_was_recorded_after_its_receipt_is_backfilled() {
        assertThat(new OneState()
                        .on("2019-03-02")
                        .midterm(DAY, Says.remaining(4))
                        .at(DAY)
                        .flags())
                .containsExactly(BACKFILLED);
        assertThat(new OneState()
                        .on("2019-03-31")
                        .midterm("2019-03", Says.remaining(4))
                        .at("2019-03-31")
                        .flags())
                .containsExactly(DATE_UNCERTAIN);
        assertThat(new OneState().on("2019-03-02").notice(ID, DAY, DAY).at(DAY).flags())
                .containsExactly(BACKFILLED);
    }

    @Test
    void a_delay_of_the_secretariat_backfills_nothing() {
        OneState state = new OneState()
                .on(DAY)
                .submitted(ID, ObligationId.REP_MID, Says.remaining(4))
                .on("2019-03-09")
                .received(ID, 1, DAY);

        assertThat(state.at(DAY).flags()).isEmpty();
    }

    @Test
    void evidence_and_claims_are_neither_backfilled_nor_of_uncertain_date() {
        OneState state = new OneState().evidence(ID, "2018", "2018", "").exemption(OneState.id(701), 2, null, "2018");

        assertThat(state.at(DAY).flags()).containsExactly(EVIDENCE_ON_RECORD, EXEMPTION_CLAIMED);
    }

    @Test
    void a_received_or_period_end_longer_than_a_day_is_uncertain() {
        assertThat(plain(Says.remaining(4).to("2018-12")).at(DAY).flags()).containsExactly(DATE_UNCERTAIN);
        assertThat(plain(Says.remaining(4).to("2018-12-31").asOf("2018-12"))
                        .at(DAY)
                        .flags())
                .isEmpty();
    }

    @Test
    void a_filing_that_answers_no_obligation_by_name_is_flagged() {
        assertThat(new OneState()
                        .on(DAY)
                        .filed(ObligationId.OTHER, DAY, Says.remaining(4))
                        .at(DAY)
                        .flags())
                .containsExactly(OTHER_FILING_ON_RECORD);
    }
}
