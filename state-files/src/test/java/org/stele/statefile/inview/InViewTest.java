package org.stele.statefile.inview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.OneState;
import org.stele.statefile.Says;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.StateView;

/** Section 4, "In view": what two dates let be seen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InViewTest {

    private static final FilingId ID = OneState.id(700);

    @Test
    void an_attestation_is_in_view_when_it_is_known_and_effective() {
        OneState state =
                new OneState().midterm("2019-03-01/2019-03-06", Says.nothing().to("2018-12-31"));

        assertThat(state.at("2018-12-31", "2019-03-06").inView().attestations()).hasSize(1);
        assertThat(state.at("2018-12-30", "2019-03-06").inView().attestations()).isEmpty();
        assertThat(state.at("2018-12-31", "2019-03-05").inView().attestations()).isEmpty();
    }

    @Test
    void the_effective_day_is_never_after_receipt() {
        OneState state = new OneState().midterm("2019-03-06", Says.nothing().to("2019"));

        assertThat(state.at("2019-03-06").inView().attestations()).hasSize(1);
        assertThat(state.at("2019-03-05", "2019-03-06").inView().attestations()).isEmpty();
    }

    @Test
    void the_content_is_that_of_the_latest_version_received_by_then() {
        OneState state = new OneState()
                .submitted(ID, ObligationId.REP_MID, Says.remaining(9).to("2018-12-31"))
                .received(ID, 1, "2019-03-01")
                .amended(ID, 2, Says.remaining(5).to("2018-12-31"))
                .amended(ID, 3, Says.remaining(4).to("2018-12-31"))
                .received(ID, 3, "2019-05-01")
                .received(ID, 2, "2019-05-10");

        assertRemaining(state.at("2019-04-30"), 9);
        assertRemaining(state.at("2019-05-01"), 4);
        assertRemaining(state.at("2019-05-10"), 4);
    }

    @Test
    void an_amendment_is_not_known_before_the_first_version_is() {
        OneState state = new OneState()
                .submitted(ID, ObligationId.REP_MID, Says.remaining(9))
                .received(ID, 1, "2019-06-01")
                .amended(ID, 2, Says.remaining(5))
                .received(ID, 2, "2019-05-01");

        assertThat(state.at("2019-05-31").inView().attestations()).isEmpty();
        assertRemaining(state.at("2019-06-01"), 5);
    }

    @Test
    void a_withdrawal_takes_effect_on_the_last_day_of_its_receipt() {
        OneState state = new OneState()
                .submitted(ID, ObligationId.REP_MID, Says.remaining(9))
                .received(ID, 1, "2019-03-01")
                .withdrawn(ID, "2019-04-01/2019-04-03");

        assertThat(state.at("2019-04-02").inView().attestations()).hasSize(1);
        assertThat(state.at("2019-04-03").inView().attestations()).isEmpty();
        assertThat(state.at("2019-04-02", "2019-04-03").inView().attestations()).isEmpty();
    }

    @Test
    void a_claim_is_in_view_when_it_is_made_and_effective() {
        OneState dated = new OneState().exemption(ID, 3, "2020-03", "2020-04-01/2020-04-02");

        assertThat(dated.at("2020-03-31", "2020-04-02").inView().claims()).hasSize(1);
        assertThat(dated.at("2020-03-30", "2020-04-02").inView().claims()).isEmpty();
        assertThat(dated.at("2020-03-31", "2020-04-01").inView().claims()).isEmpty();
        OneState undated = new OneState().exemption(ID, 3, null, "2020-04-01/2020-04-02");
        assertThat(undated.at("2020-04-01", "2020-04-02").inView().claims()).isEmpty();
        assertThat(undated.at("2020-04-02").inView().claims()).hasSize(1);
    }

    @Test
    void a_claim_that_was_withdrawn_is_out_of_view() {
        OneState state = new OneState()
                .exemption(ID, 3, null, "2020-04-01")
                .record(new ClaimWithdrawn(OneState.STATE, ID, "They left.", PartialDate.parse("2020-05-01")));

        assertThat(state.at("2020-04-30").inView().claims()).hasSize(1);
        assertThat(state.at("2020-05-01").inView().claims()).isEmpty();
    }

    @Test
    void a_dispute_counts_from_its_last_day_even_if_it_is_older_than_the_claim() {
        OneState state = new OneState().exemption(ID, 3, null, "2020-04-01").disputed(ID, "2019-11");

        assertThat(state.at("2020-04-01").inView().claims())
                .singleElement()
                .extracting(ClaimReading::disputed)
                .isEqualTo(true);
        assertThat(new OneState()
                        .exemption(ID, 3, null, "2020-04-01")
                        .disputed(ID, "2020-04")
                        .at("2020-04-29")
                        .inView()
                        .claims())
                .singleElement()
                .extracting(ClaimReading::disputed)
                .isEqualTo(false);
    }

    @Test
    void evidence_is_in_view_when_it_is_received_and_speaks_of_days_by_then() {
        OneState state = new OneState()
                .evidence(ID, "2019-03", "2019-05-01/2019-05-02", "")
                .record(new EvidenceResolved(OneState.STATE, ID, PartialDate.parse("2019-07-01"), "Answered."));

        assertThat(state.at("2019-03-30", "2019-05-02").inView().evidence()).isEmpty();
        assertThat(state.at("2019-03-31", "2019-05-01").inView().evidence()).isEmpty();
        assertThat(state.at("2019-03-31", "2019-05-02").inView().evidence()).hasSize(1);
        assertThat(state.at("2019-06-30").inView().evidence()).hasSize(1);
        assertThat(state.at("2019-07-01").inView().evidence()).isEmpty();
    }

    @Test
    void a_notice_is_in_view_as_last_corrected_until_it_is_withdrawn() {
        OneState state = new OneState()
                .notice(ID, "2019-02-10", "2019-03-01")
                .record(new RepatriationNoticeCorrected(
                        OneState.STATE,
                        ID,
                        2,
                        OneState.departure("2019-01-10"),
                        "The day was wrong.",
                        PartialDate.parse("2019-04-01")))
                .record(new RepatriationNoticeWithdrawn(
                        OneState.STATE, ID, "Entered twice.", PartialDate.parse("2019-05-01")));

        assertThat(state.at("2019-02-09", "2019-03-31").inView().notices()).isEmpty();
        assertThat(state.at("2019-02-10", "2019-03-01").inView().notices()).hasSize(1);
        assertThat(state.at("2019-02-10", "2019-02-28").inView().notices()).isEmpty();
        assertThat(state.at("2019-01-10", "2019-04-01").inView().notices()).hasSize(1);
        assertThat(state.at("2019-05-01").inView().notices()).isEmpty();
    }

    @Test
    void a_declared_baseline_is_in_view_when_it_is_received_and_speaks_of_a_day_by_then() {
        OneState state = new OneState()
                .record(new BaselineDeclared(
                        OneState.STATE,
                        ID,
                        PersonsCategory.WORKER,
                        new Baseline(new PersonsCount(4), null),
                        PartialDate.parse("2017-12-22"),
                        PartialDate.parse("2018-03-01"),
                        null));

        assertThat(state.at("2017-12-22", "2018-03-01").inView().baselines()).hasSize(1);
        assertThat(state.at("2017-12-21", "2018-03-01").inView().baselines()).isEmpty();
        assertThat(state.at("2017-12-22", "2018-02-28").inView().baselines()).isEmpty();
        assertThat(state.at("2018-03-01").repatriation().status()).isEqualTo(RepatriationStatus.INDETERMINATE);
    }

    private static void assertRemaining(StateView view, int expected) {
        assertThat(view.repatriation().remaining())
                .isNotNull()
                .extracting(RemainingFigure::count)
                .isEqualTo(expected);
    }
}
