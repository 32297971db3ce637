package org.stele.command.discrepancies.resolvediscrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.discrepancies.LateNotice.FILING;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.OTHER_FILING;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.command.discrepancies.LateNotice;
import org.stele.command.discrepancies.SharedPerson;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Rejected;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyExplained;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.statefile.across.AcrossStates;

class ResolveDiscrepancyTest extends SliceTest {

    private static final FilingId LATE = LateNotice.subject(NORWAY, FILING, 12).id(NORWAY);

    ResolveDiscrepancyTest() {
        super(ResolveDiscrepancySlice.module(ResolveDiscrepancyTest::others));
    }

    @Test
    void it_is_recorded_with_the_figures_that_the_discrepancy_has_today() {
        assertThat(LateNotice.subject(NORWAY, FILING, 12).code()).isEqualTo(DiscrepancyCode.NOTICE_LATE);
        assertThat(LateNotice.subject(NORWAY, FILING, 12).figures()).containsValues(12L, 181L);
        given(LateNotice.of(NORWAY, FILING, 12)).when(resolve(NORWAY, LATE)).recorded(resolved(12));
    }

    @Test
    void what_is_no_discrepancy_is_not_found() {
        given(LateNotice.inTime(NORWAY, FILING)).when(resolve(NORWAY, LATE)).notFound();
        given(LateNotice.of(NORWAY, FILING, 12))
                .when(resolve(NORWAY, OTHER_FILING))
                .notFound();
        given().when(resolve(NORWAY, LATE)).notFound();
    }

    @Test
    void the_discrepancy_of_another_state_is_not_found() {
        given(LateNotice.of(SWEDEN, FILING, 12)).when(resolve(NORWAY, LATE)).notFound();
        given(LateNotice.of(NORWAY, FILING, 12)).when(resolve(SWEDEN, LATE)).notFound();
        given(LateNotice.of(NORWAY, FILING, 12), LateNotice.of(SWEDEN, OTHER_FILING, 12))
                .when(resolve(NORWAY, LATE))
                .recorded(resolved(12));
    }

    @Test
    void what_the_chair_has_settled_is_not_answered_again() {
        given(LateNotice.of(NORWAY, FILING, 12), resolved(12))
                .when(resolve(NORWAY, LATE))
                .tooLateOrEarly("discrepancy-already-resolved");
    }

    @Test
    void what_the_state_has_explained_may_be_answered() {
        given(LateNotice.of(NORWAY, FILING, 12), explained(12))
                .when(resolve(NORWAY, LATE))
                .recorded(resolved(12));
    }

    @Test
    void it_is_open_again_when_its_figures_are_others() {
        given(LateNotice.of(NORWAY, FILING, 12), resolved(11))
                .when(resolve(NORWAY, LATE))
                .recorded(resolved(12));
    }

    @Test
    void a_text_of_blanks_or_with_personal_data_is_refused() {
        given(LateNotice.of(NORWAY, FILING, 12)).when(resolve(NORWAY, " ")).malformed("text");
        given(LateNotice.of(NORWAY, FILING, 12))
                .when(resolve(NORWAY, "Passport 836410105"))
                .forbidden("plain-personal-data");
    }

    @Test
    void others_do_not_answer() {
        for (CommandContext entry : List.of(signatory(), registrar(), People.of(Role.MONITOR))) {
            given(LateNotice.of(NORWAY, FILING, 12))
                    .when(new ResolveDiscrepancy(entry, NORWAY, null, LATE, "So it was."))
                    .notAllowed();
        }
    }

    @Test
    void the_custodian_settles_what_two_states_have_in_common_and_nothing_else() {
        given(SharedPerson.in(NORWAY, FILING))
                .when(settle(People.of(Role.CUSTODIAN), SharedPerson.ID))
                .recorded(
                        new DiscrepancyResolved(NORWAY, SharedPerson.ID, SharedPerson.SUBJECT, "Two persons.", TODAY));
        given(LateNotice.of(NORWAY, FILING, 12))
                .when(settle(People.of(Role.CUSTODIAN), LATE))
                .refused(Rejected.Kind.NOT_ALLOWED, "discrepancy-for-chair");
        given(LateNotice.inTime(NORWAY, FILING))
                .when(settle(People.of(Role.CUSTODIAN), SharedPerson.ID))
                .notFound();
    }

    @Test
    void the_chair_does_not_find_what_two_states_have_in_common() {
        given(SharedPerson.in(NORWAY, FILING))
                .when(settle(People.of(Role.CHAIR), SharedPerson.ID))
                .notFound();
    }

    private static ResolveDiscrepancy settle(CommandContext entry, FilingId discrepancy) {
        return new ResolveDiscrepancy(entry, NORWAY, SWEDEN, discrepancy, "Two persons.");
    }

    /** As in the application: nothing is told to the chair. */
    private static @Nullable AcrossStates others(ResolveDiscrepancy command) {
        return command.entry().actor().role() == Role.CUSTODIAN ? SharedPerson.across() : null;
    }

    private static ResolveDiscrepancy resolve(MemberState state, FilingId discrepancy) {
        return new ResolveDiscrepancy(People.of(Role.CHAIR), state, null, discrepancy, "So it was.");
    }

    private static ResolveDiscrepancy resolve(MemberState state, String text) {
        return new ResolveDiscrepancy(People.of(Role.CHAIR), state, null, LATE, text);
    }

    private static DiscrepancyExplained explained(int count) {
        return new DiscrepancyExplained(NORWAY, LATE, LateNotice.subject(NORWAY, FILING, count), "So it was.", TODAY);
    }

    private static DiscrepancyResolved resolved(int count) {
        return new DiscrepancyResolved(NORWAY, LATE, LateNotice.subject(NORWAY, FILING, count), "So it was.", TODAY);
    }
}
