package org.stele.command.discrepancies.explaindiscrepancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stele.command.discrepancies.LateNotice.FILING;
import static org.stele.command.testing.People.LONG_AGO;
import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.neighbour;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.OTHER_FILING;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stele.command.discrepancies.LateNotice;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PersonsCount;
import org.stele.events.Role;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyExplained;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.discrepancy.Discrepancy;
import org.stele.statefile.status.StateView;

class ExplainDiscrepancyTest extends SliceTest {

    private static final FilingId LATE = LateNotice.subject(NORWAY, FILING, 12).id(NORWAY);

    ExplainDiscrepancyTest() {
        super(new ExplainDiscrepancySlice().explainDiscrepancy());
    }

    @Test
    void it_is_recorded_with_the_figures_that_the_discrepancy_has_today() {
        assertThat(LateNotice.subject(NORWAY, FILING, 12).code()).isEqualTo(DiscrepancyCode.NOTICE_LATE);
        assertThat(LateNotice.subject(NORWAY, FILING, 12).figures()).containsValues(12L, 181L);
        given(LateNotice.of(NORWAY, FILING, 12)).when(explain(NORWAY, LATE)).recorded(explained(12));
    }

    @Test
    void what_is_no_discrepancy_is_not_found() {
        given(LateNotice.inTime(NORWAY, FILING)).when(explain(NORWAY, LATE)).notFound();
        given(LateNotice.of(NORWAY, FILING, 12))
                .when(explain(NORWAY, OTHER_FILING))
                .notFound();
        given().when(explain(NORWAY, LATE)).notFound();
    }

    @Test
    void the_discrepancy_of_another_state_is_not_found() {
        given(LateNotice.of(SWEDEN, FILING, 12)).when(explain(NORWAY, LATE)).notFound();
        given(LateNotice.of(NORWAY, FILING, 12))
                .when(new ExplainDiscrepancy(neighbour(), SWEDEN, LATE, "So it was."))
                .notFound();
        given(LateNotice.of(NORWAY, FILING, 12), LateNotice.of(SWEDEN, OTHER_FILING, 12))
                .when(explain(NORWAY, LATE))
                .recorded(explained(12));
    }

    @Test
    void what_the_chair_has_settled_is_not_answered_again() {
        given(LateNotice.of(NORWAY, FILING, 12), resolved(12))
                .when(explain(NORWAY, LATE))
                .tooLateOrEarly("discrepancy-already-resolved");
    }

    @Test
    void what_the_state_has_explained_may_be_answered() {
        given(LateNotice.of(NORWAY, FILING, 12), explained(12))
                .when(explain(NORWAY, LATE))
                .recorded(explained(12));
    }

    @Test
    void it_is_open_again_when_its_figures_are_others() {
        given(LateNotice.of(NORWAY, FILING, 12), resolved(11))
                .when(explain(NORWAY, LATE))
                .recorded(explained(12));
    }

    @Test
    void a_discrepancy_with_confidential_evidence_is_not_shown_to_the_state() {
        FilingId id = new DiscrepancySubject(DiscrepancyCode.DEPARTURES_ELSEWHERE, OTHER_FILING, null, new TreeMap<>())
                .id(NORWAY);

        given(departures(true)).when(explain(NORWAY, id)).notFound();
        assertThat(StateView.of(
                                StateFile.empty(NORWAY).evolve(new LedgerEvent(1, TODAY, departures(false))),
                                TODAY,
                                TODAY)
                        .discrepancies())
                .extracting(Discrepancy::id)
                .containsExactly(id);
        given(departures(false))
                .when(explain(NORWAY, id))
                .recorded(new DiscrepancyExplained(
                        NORWAY,
                        id,
                        StateView.of(
                                        StateFile.empty(NORWAY).evolve(new LedgerEvent(1, TODAY, departures(false))),
                                        TODAY,
                                        TODAY)
                                .discrepancies()
                                .getFirst()
                                .subject(),
                        "So it was.",
                        TODAY));
    }

    private static EvidenceRecorded departures(boolean confidential) {
        return new EvidenceRecorded(
                NORWAY,
                OTHER_FILING,
                EvidenceKind.PRESS,
                LONG_AGO,
                LONG_AGO,
                new PersonsCount(5),
                false,
                "Five left.",
                null,
                EvidenceMeasure.DEPARTED,
                confidential,
                null);
    }

    @Test
    void a_text_of_blanks_or_with_personal_data_is_refused() {
        given(LateNotice.of(NORWAY, FILING, 12)).when(explain(NORWAY, " ")).malformed("text");
        given(LateNotice.of(NORWAY, FILING, 12))
                .when(explain(NORWAY, "Passport 836410105"))
                .forbidden("plain-personal-data");
    }

    @Test
    void others_do_not_answer() {
        for (CommandContext entry : List.of(focalPoint(), registrar(), People.of(Role.CHAIR))) {
            given(LateNotice.of(NORWAY, FILING, 12))
                    .when(new ExplainDiscrepancy(entry, NORWAY, LATE, "So it was."))
                    .notAllowed();
        }
    }

    private static ExplainDiscrepancy explain(MemberState state, FilingId discrepancy) {
        return new ExplainDiscrepancy(signatory(), state, discrepancy, "So it was.");
    }

    private static ExplainDiscrepancy explain(MemberState state, String text) {
        return new ExplainDiscrepancy(signatory(), state, LATE, text);
    }

    private static DiscrepancyExplained explained(int count) {
        return new DiscrepancyExplained(NORWAY, LATE, LateNotice.subject(NORWAY, FILING, count), "So it was.", TODAY);
    }

    private static DiscrepancyResolved resolved(int count) {
        return new DiscrepancyResolved(NORWAY, LATE, LateNotice.subject(NORWAY, FILING, count), "So it was.", TODAY);
    }
}
