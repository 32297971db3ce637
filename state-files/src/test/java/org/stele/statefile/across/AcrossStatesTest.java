package org.stele.statefile.across;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PersonsCategory;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.events.screening.Question;
import org.stele.events.seal.Sealer;
import org.stele.statefile.StateFile;
import org.stele.statefile.change.Cause;
import org.stele.statefile.change.Changes;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.due.Due;
import org.stele.statefile.due.DueItem;
import org.stele.statefile.filed.Filed;
import org.stele.statefile.status.Flag;
import org.stele.statefile.status.StateView;

/** The same person in filings of two States: 4.5, last row. */
class AcrossStatesTest {

    private static final MemberState A = MemberState.AND;
    private static final MemberState B = MemberState.MCO;
    private static final MemberState C = MemberState.SMR;
    private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

    @Test
    void two_notices_of_one_person_are_listed_for_both_states_by_position() {
        Filings filings = new Filings().notice(B, 1, "PRK", "x").notice(A, 2, "PRK", "y", "x");

        assertThat(filings.pairs("2021-06-30")).containsExactly("AND 1 2", "MCO 1 2");
    }

    @Test
    void several_persons_in_common_are_one_pair_without_figures() {
        Filings filings = new Filings().notice(B, 1, "PRK", "x", "y").notice(A, 2, "PRK", "y", "x");

        StateView view = filings.view(A, DAY, DAY, 2);

        assertThat(view.discrepancies()).hasSize(1);
        assertThat(view.discrepancies().getFirst().figures()).isEmpty();
        assertThat(view.flags()).contains(Flag.DISCREPANCY_OPEN);
        assertThat(Due.of(requireNonNull(filings.files(2).get(A)), view).items())
                .extracting(DueItem::code)
                .containsExactly(
                        DueItem.Code.REPORT_OVERDUE, DueItem.Code.REPORT_OVERDUE, DueItem.Code.DISCREPANCY_OPEN);
    }

    @Test
    void two_notices_of_one_state_are_none() {
        assertThat(new Filings()
                        .notice(A, 1, "PRK", "x")
                        .notice(A, 2, "PRK", "x")
                        .pairs("2021-06-30"))
                .isEmpty();
    }

    @Test
    void a_notice_that_the_person_went_to_the_other_state_explains_it_and_to_a_third_does_not() {
        assertThat(new Filings()
                        .notice(A, 1, "MCO", "x")
                        .notice(B, 2, "PRK", "x")
                        .pairs("2021-06-30"))
                .isEmpty();
        assertThat(new Filings()
                        .notice(A, 1, "PRK", "x")
                        .notice(B, 2, "AND", "x")
                        .pairs("2021-06-30"))
                .isEmpty();
        assertThat(new Filings()
                        .notice(A, 1, "SMR", "x")
                        .notice(B, 2, "PRK", "x")
                        .pairs("2021-06-30"))
                .containsExactly("AND 1 2", "MCO 1 2");
    }

    @Test
    void a_correction_without_the_person_ends_it_from_the_day_of_its_receipt() {
        Filings filings = new Filings()
                .notice(A, 1, "PRK", "x")
                .notice(B, 2, "PRK", "x")
                .corrected(B, 2, 2, "PRK", LocalDate.of(2021, 3, 1), "y");

        assertThat(filings.pairs("2021-02-28")).hasSize(2);
        assertThat(filings.pairs("2021-03-01")).isEmpty();
    }

    @Test
    void a_withdrawal_ends_it_and_other_categories_or_counts_have_none() {
        assertThat(new Filings()
                        .notice(A, 1, "PRK", "x")
                        .notice(B, 2, "PRK", "x")
                        .withdrawn(A, 1)
                        .pairs("2021-06-30"))
                .isEmpty();
        assertThat(new Filings()
                        .notice(A, 1, PersonsCategory.ATTACHE, "PRK", "2020-12-15", "2021-01-01", "x")
                        .notice(B, 2, "PRK", "x")
                        .notice(C, 3, "PRK")
                        .pairs("2021-06-30"))
                .isEmpty();
    }

    @Test
    void a_verdict_counts_while_it_stands_whatever_it_asks() {
        for (Question question : Question.values()) {
            Filings filings = new Filings()
                    .notice(A, 1, "PRK", "x")
                    .on("2021-02-01")
                    .requested(B, 2, question, "x")
                    .on("2021-02-02")
                    .confirmed(B, 2, null)
                    .on("2021-02-04")
                    .reopened(B, 2);

            assertThat(filings.pairs("2021-02-01")).isEmpty();
            assertThat(filings.pairs("2021-02-03")).containsExactly("AND 1 2", "MCO 1 2");
            assertThat(filings.pairs("2021-02-04")).isEmpty();
        }
    }

    @Test
    void what_cannot_be_unsealed_is_not_computed_and_the_view_says_so() {
        Filings filings =
                new Filings().notice(A, 1, "PRK", "x").notice(B, 2, "PRK", "x").notice(C, 3, "PRK");
        Map<MemberState, StateFile> files = filings.files(3);
        for (SubjectIndex index : List.of(filings.index(null), filings.index(otherKey()))) {
            AcrossStates across = new AcrossStates(() -> index, 3, files::get);

            StateView view = StateView.of(requireNonNull(files.get(A)), DAY, DAY, across);

            assertThat(view.discrepancies()).isEmpty();
            assertThat(view.notComputed()).containsExactly(DiscrepancyCode.SUBJECT_IN_TWO_STATES);
            assertThat(StateView.of(requireNonNull(files.get(C)), DAY, DAY, across)
                            .notComputed())
                    .isEmpty();
            assertThat(StateView.of(requireNonNull(files.get(A)), DAY, DAY).notComputed())
                    .isEmpty();
        }
        assertThat(filings.view(A, DAY, DAY, 3).notComputed()).isEmpty();
    }

    private static Sealer otherKey() {
        byte[] secret = new byte[Sealer.KEY_BYTES];
        secret[0] = 1;
        return new Sealer(secret);
    }

    @Test
    void one_sealed_filing_leaves_the_others_compared() {
        Filings filings = new Filings().notice(A, 1, "PRK", "x").notice(B, 2, "PRK", "x");
        SubjectIndex index = filings.index(Filed.KEY);
        Map<MemberState, StateFile> files = filings.notice(C, 3, "PRK", "x").files(3);
        index.takeClosed(3, C);

        StateView view =
                StateView.of(requireNonNull(files.get(A)), DAY, DAY, new AcrossStates(() -> index, 3, files::get));

        assertThat(view.discrepancies()).hasSize(1);
        assertThat(view.notComputed()).isNotEmpty();
    }

    @Test
    void a_file_of_another_state_that_cannot_be_told_now_is_said() {
        Filings filings = new Filings().notice(A, 1, "PRK", "x").notice(B, 2, "PRK", "x");
        SubjectIndex index = filings.index(Filed.KEY);

        StateView view = StateView.of(
                requireNonNull(filings.files(2).get(A)), DAY, DAY, new AcrossStates(() -> index, 2, _ -> null));

        assertThat(view.discrepancies()).isEmpty();
        assertThat(view.notComputed()).isNotEmpty();
    }

    @Test
    void its_decision_holds_and_its_causes_name_the_other_state() {
        Filings filings = new Filings().notice(A, 1, "PRK", "x").notice(B, 2, "PRK", "x");
        Discrepancy found = filings.view(A, DAY, DAY, 2).discrepancies().getFirst();
        DiscrepancySubject subject = found.subject();
        assertThat(found.id())
                .isEqualTo(new FilingId(UUID.nameUUIDFromBytes("SUBJECT_IN_TWO_STATES\nAND\n%s\n%s"
                        .formatted(Filings.id(1), Filings.id(2))
                        .getBytes(StandardCharsets.UTF_8))));
        filings.record(new DiscrepancyResolved(A, subject.id(A), subject, "Two persons.", LocalDate.of(2021, 2, 1)));

        StateView settled = filings.view(A, DAY, DAY, 3);
        assertThat(settled.discrepancies().getFirst().status()).isEqualTo(Discrepancy.Status.RESOLVED);
        assertThat(filings.view(B, DAY, DAY, 3).discrepancies().getFirst().status())
                .isEqualTo(Discrepancy.Status.OPEN);

        Changes changes = Changes.between(
                requireNonNull(filings.files(1).get(A)),
                filings.view(A, DAY, DAY, 1),
                requireNonNull(filings.files(2).get(A)),
                filings.view(A, DAY, DAY, 2));
        assertThat(changes.entered()).containsExactly(new Cause(B, Cause.Kind.NOTICE, Filings.id(2), 1, 2));
        assertThat(changes.differences()).isNotEmpty();
    }
}
