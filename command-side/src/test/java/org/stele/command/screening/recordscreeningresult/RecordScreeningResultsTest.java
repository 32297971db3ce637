package org.stele.command.screening.recordscreeningresult;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.Samples.DIGEST;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SETTINGS;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.Role;
import org.stele.events.screening.Question;
import org.stele.events.screening.Screener;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class RecordScreeningResultsTest extends SliceTest {

    private static final ScreenedSubject WHOLE =
            new ScreenedSubject(SUBJECT, SubjectKind.PERSON, Question.DESIGNATION, Trigger.ONBOARDING);

    RecordScreeningResultsTest() {
        super(new RecordScreeningResultSlice().recordScreeningResults());
    }

    @Test
    void each_subject_has_a_result_of_its_own_in_the_order_of_the_request() {
        given(requested(NORWAY, FILING), requested(NORWAY, OTHER_FILING))
                .when(results(result(OTHER_FILING, "0.6"), result(FILING, "0.8")))
                .recordedAll(List.of(cleared(NORWAY, OTHER_FILING, "0.6"), hits(NORWAY, FILING, "0.8")));
    }

    @Test
    void one_that_is_refused_leaves_none_recorded() {
        given(requested(NORWAY, FILING), requested(NORWAY, OTHER_FILING), hits(NORWAY, OTHER_FILING, "0.9"))
                .when(results(result(FILING, "0.8"), result(OTHER_FILING, "0.8")))
                .tooLateOrEarly("screening-already-answered");
        given(requested(NORWAY, FILING), requested(SWEDEN, OTHER_FILING))
                .when(results(result(FILING, "0.8"), result(OTHER_FILING, "0.8")))
                .notFound();
    }

    @Test
    void a_screening_is_answered_once() {
        given(requested(NORWAY, FILING))
                .when(results(result(FILING, "0.8"), result(FILING, "0.8")))
                .malformed("subjects");
    }

    @Test
    void the_answer_to_another_screening_does_not_count() {
        given(requested(NORWAY, FILING), requested(NORWAY, OTHER_FILING), hits(NORWAY, OTHER_FILING, "0.9"))
                .when(results(result(FILING, "0.8")))
                .recorded(hits(NORWAY, FILING, "0.8"));
    }

    @Test
    void only_an_analyst_records() {
        CommandContext reviewer = People.of(Role.SCREENING_REVIEWER, NORWAY);
        given(requested(NORWAY, FILING))
                .when(new RecordScreeningResults(reviewer, List.of(result(FILING, "0.8"))))
                .notAllowed();
    }

    private static RecordScreeningResults results(RecordScreeningResult... results) {
        return new RecordScreeningResults(analyst(), Arrays.asList(results));
    }

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static RecordScreeningResult result(FilingId screening, String score) {
        return result(analyst(), screening, score);
    }

    private static RecordScreeningResult result(CommandContext entry, FilingId screening, String score) {
        return new RecordScreeningResult(
                entry,
                screening,
                WHOLE,
                Screener.STELE,
                DIGEST,
                null,
                null,
                SETTINGS,
                List.of(new FoundCandidate("KPi.001", "KPi.001", null, new BigDecimal(score), null, new TreeMap<>())),
                null);
    }

    private static ScreeningRequested requested(MemberState state, FilingId id) {
        return new ScreeningRequested(state, id, SUBJECT, SubjectKind.PERSON, Question.DESIGNATION, Trigger.ONBOARDING);
    }
}
