package org.stele.statefile.lens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stele.events.Audience;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.statefile.Attestation;
import org.stele.statefile.ClaimReading;
import org.stele.statefile.Clarification;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.Publication;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileJson;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.filed.StateFiles;
import org.stele.statefile.filed.Table.Row;
import org.stele.statefile.inview.InView;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.HalfRuleStatus;
import org.stele.statefile.status.RepatriationStatus;
import org.stele.statefile.status.StateView;

/** What a lens takes away leads to no conclusion, and says that it was taken away. */
class LensTest {

    static final LocalDate DAY = LocalDate.of(2021, 6, 30);

    private static final Row PUBLISHED_TEN = row(Map.of(
            "iso3",
            "MCO",
            "obligation",
            "REP-MID",
            "received_from",
            "2019-03-01",
            "received_to",
            "2019-03-01",
            "remaining_count",
            "10",
            "period_from",
            "2017-12-22",
            "period_to",
            "2018-12-22"));

    static final Row WITHHELD_ZERO = row(Map.of(
            "iso3",
            "MCO",
            "obligation",
            "REP-FIN",
            "received_from",
            "2020-03-01",
            "received_to",
            "2020-03-01",
            "remaining_count",
            "0",
            "period_from",
            "2018-12-22",
            "period_to",
            "2019-12-22",
            "explanation",
            "canary words",
            "text_withheld",
            "true"));

    static Row row(Map<String, String> fields) {
        return new Row(fields);
    }

    static StateFile file(Map<String, List<Row>> rows) {
        return Objects.requireNonNull(
                StateFiles.of(Filed.entered(rows, LocalDate.of(2026, 11, 20))).get(MemberState.MCO));
    }

    static StateView seen(StateFile file, Audience audience) {
        StateFile seen = new Lens(audience).see(file, file, DAY, DAY);
        return StateView.of(seen, DAY, DAY);
    }

    static List<Audience> outsiders() {
        return List.of(Audience.PUBLIC, Audience.MSMT, Audience.of(MemberState.RUS));
    }

    static List<Audience> insiders() {
        return List.of(Audience.AUDIT, Audience.COMMITTEE, Audience.CUSTODY, Audience.of(MemberState.MCO));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void a_published_ten_and_a_withheld_zero_are_no_accusation(Audience audience) {
        StateView view = seen(file(Map.of("filings", List.of(PUBLISHED_TEN, WITHHELD_ZERO))), audience);

        assertThat(view.repatriation().status()).isEqualTo(RepatriationStatus.WITHHELD);
        assertThat(view.repatriation().remaining()).isNull();
        assertThat(view.repatriation().exemptCount()).isNull();
        assertThat(view.finalReport().firstReceived()).isNotNull();
        assertThat(view.flags()).contains(Flag.TEXT_WITHHELD).doesNotContain(Flag.NO_FIGURES);
    }

    @ParameterizedTest
    @MethodSource("insiders")
    void who_may_see_it_is_told_that_nobody_remains(Audience audience) {
        StateView view = seen(file(Map.of("filings", List.of(PUBLISHED_TEN, WITHHELD_ZERO))), audience);

        assertThat(view.repatriation().status()).isEqualTo(RepatriationStatus.REPORTED_COMPLETE_ON_TIME);
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void a_withheld_departure_with_evidence_of_it_is_no_discrepancy(Audience audience) {
        Row departed = row(Map.of(
                "iso3",
                "MCO",
                "obligation",
                "OTHER",
                "received_from",
                "2020-03-01",
                "received_to",
                "2020-03-01",
                "repatriated_count",
                "4",
                "period_from",
                "2019-12-01",
                "period_to",
                "2019-12-31",
                "text_withheld",
                "true"));
        Row evidence = row(Map.of(
                "iso3",
                "MCO",
                "as_of_from",
                "2019-12-05",
                "as_of_to",
                "2019-12-06",
                "received_from",
                "2020-01-01",
                "received_to",
                "2020-01-01",
                "kind",
                "PRESS",
                "figure",
                "4",
                "measure",
                "DEPARTED",
                "statement",
                "Four were seen leaving."));
        StateFile file = file(Map.of("filings", List.of(departed), "evidence", List.of(evidence)));

        assertThat(seen(file, audience).discrepancies()).isEmpty();
        assertThat(seen(file, audience).flags()).doesNotContain(Flag.DISCREPANCY_OPEN);
        assertThat(seen(file, audience).repatriation().status()).isEqualTo(RepatriationStatus.WITHHELD);
    }

    @Test
    void a_withheld_midterm_report_withholds_the_half_rule_and_not_that_it_came() {
        Row midterm = row(Map.of(
                "iso3",
                "MCO",
                "obligation",
                "REP-MID",
                "received_from",
                "2019-03-01",
                "received_to",
                "2019-03-01",
                "baseline_count",
                "10",
                "baseline_basis",
                "PERSONS",
                "repatriated_count",
                "2",
                "text_withheld",
                "true"));
        StateView view = seen(file(Map.of("filings", List.of(midterm))), Audience.PUBLIC);

        assertThat(view.halfRule().status()).isEqualTo(HalfRuleStatus.WITHHELD);
        assertThat(view.midtermReport().firstReceived()).isNotNull();
    }

    @Test
    void nothing_of_an_envelope_but_its_closed_list_is_left() {
        StateFile file = file(Map.of("filings", List.of(WITHHELD_ZERO)));
        StateFile seen = new Lens(Audience.PUBLIC).see(file, file, DAY, DAY);

        Attestation envelope = seen.attestations().getFirst();
        assertThat(envelope.enveloped()).isTrue();
        assertThat(envelope.publicationOn(DAY)).isEqualTo(Publication.Status.WITHHELD_AT_REQUEST);
        assertThat(new String(StateFileJson.write(seen), UTF_8))
                .doesNotContain("canary", "remaining", "period")
                .contains("REP-FIN");
        assertThat(seen.lastPosition()).isEqualTo(file.lastPosition());
    }

    @Test
    void who_asked_is_not_seen_where_the_question_is_not() {
        StateFile file = file(Map.of("filings", List.of(WITHHELD_ZERO)));
        FilingId attestation = file.attestations().getFirst().id();
        StateFile asked = file.evolve(new LedgerEvent(
                file.lastPosition() + 1,
                DAY,
                new ClarificationRequested(
                        MemberState.MCO,
                        attestation,
                        FilingId.named("question"),
                        "canary",
                        DAY,
                        MonitoringBody.MSMT,
                        FilingId.named("discrepancy"))));

        Clarification seen = new Lens(Audience.PUBLIC)
                .see(asked, asked, DAY, DAY)
                .attestations()
                .getFirst()
                .clarifications()
                .getFirst();

        assertThat(seen)
                .isEqualTo(new Clarification(
                        FilingId.named("question"), null, DAY, null, null, List.of(), file.lastPosition() + 1));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void decisions_between_two_states_are_for_auditors_and_the_custodian(Audience audience) {
        StateFile file = file(Map.of("filings", List.of(PUBLISHED_TEN)));
        DiscrepancySubject subject = new DiscrepancySubject(
                DiscrepancyCode.SUBJECT_IN_TWO_STATES, FilingId.named("a"), FilingId.named("b"), new TreeMap<>());
        StateFile decided = file.evolve(new LedgerEvent(
                file.lastPosition() + 1,
                DAY,
                new DiscrepancyResolved(MemberState.MCO, subject.id(MemberState.MCO), subject, "canary", DAY)));

        for (Audience one : List.of(audience, Audience.COMMITTEE, Audience.of(MemberState.MCO))) {
            assertThat(new Lens(one).see(decided, decided, DAY, DAY).answered()).isEmpty();
        }
        assertThat(new Lens(Audience.AUDIT).see(decided, decided, DAY, DAY).answered())
                .isEqualTo(decided.answered());
        assertThat(new Lens(Audience.CUSTODY).see(decided, decided, DAY, DAY).answered())
                .isEqualTo(decided.answered());
    }

    @Test
    void another_day_never_lifts_a_withholding() {
        StateFile published = file(Map.of("filings", List.of(PUBLISHED_TEN)));
        StateFile now = file(Map.of("filings", List.of(WITHHELD_ZERO)));

        Attestation then = published.attestations().getFirst();
        assertThat(Lens.isWhole(then, then, DAY, DAY)).isTrue();
        assertThat(Lens.isWhole(then, now.attestations().getFirst(), DAY, DAY)).isFalse();
        assertThat(Lens.isWhole(then, null, DAY, DAY)).isFalse();
        assertThat(Lens.isWhole(then, then, LocalDate.of(2019, 2, 28), DAY)).isFalse();
    }

    @Test
    void a_protected_ground_is_for_the_state_that_filed_it() {
        StateFile file = file(Map.of(
                "claims",
                List.of(row(Map.of(
                        "iso3",
                        "MCO",
                        "claim_kind",
                        "EXEMPTION",
                        "ground",
                        "REFUGEE_LAW",
                        "count",
                        "3",
                        "claimed_from",
                        "2020-01-01",
                        "claimed_to",
                        "2020-01-01",
                        "summary",
                        "Words.")))));

        assertThat(claim(file, Audience.of(MemberState.MCO)).ground()).isEqualTo("REFUGEE_LAW");
        assertThat(claim(file, Audience.AUDIT).ground()).isNull();
        assertThat(claim(file, Audience.AUDIT).isProtected()).isTrue();
        assertThat(claim(file, Audience.AUDIT).summary()).isNull();
        assertThat(claim(file, Audience.PUBLIC).isProtected()).isFalse();
        assertThat(claim(file, Audience.PUBLIC).banded()).isTrue();
        assertThat(seen(file, Audience.PUBLIC).repatriation().status()).isEqualTo(RepatriationStatus.WITHHELD);
    }

    private static ClaimReading claim(StateFile file, Audience audience) {
        InView inView = seen(file, audience).inView();
        return inView.claims().getFirst();
    }
}
