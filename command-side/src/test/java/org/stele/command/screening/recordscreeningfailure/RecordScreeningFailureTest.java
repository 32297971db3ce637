package org.stele.command.screening.recordscreeningfailure;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.SWEDEN;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;
import static org.stele.command.testing.Samples.SUBJECT;
import static org.stele.command.testing.Samples.cleared;
import static org.stele.command.testing.Samples.hits;

import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class RecordScreeningFailureTest extends SliceTest {

    private static final ScreeningFailed FAILED = new ScreeningFailed(NORWAY, FILING, SUBJECT, "TIMEOUT", "No answer.");

    RecordScreeningFailureTest() {
        super(new RecordScreeningFailureSlice().recordScreeningFailure());
    }

    @Test
    void a_requested_screening_fails_as_often_as_it_does() {
        given(requested(FILING)).when(fail(analyst(), "No answer.")).recorded(FAILED);
        given(requested(FILING), FAILED).when(fail(analyst(), "No answer.")).recorded(FAILED);
    }

    @Test
    void a_screening_with_a_result_did_not_fail() {
        given(requested(FILING), hits(NORWAY, FILING, "0.9"))
                .when(fail(analyst(), "No answer."))
                .tooLateOrEarly("screening-already-answered");
        given(cleared(NORWAY, FILING)).when(fail(analyst(), "No answer.")).tooLateOrEarly("screening-already-answered");
    }

    @Test
    void another_screening_and_another_state_do_not_count() {
        given(requested(OTHER_FILING)).when(fail(analyst(), "No answer.")).notFound();
        given(requested(FILING))
                .when(fail(People.of(Role.SCREENING_ANALYST, SWEDEN), "No answer."))
                .notFound();
    }

    @Test
    void only_an_analyst_records_it_and_without_personal_data() {
        given(requested(FILING))
                .when(fail(People.of(Role.SCREENING_REVIEWER, NORWAY), "No answer."))
                .notAllowed();
        given(requested(FILING)).when(fail(analyst(), "Passport PS836410105")).forbidden("plain-personal-data");
    }

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static RecordScreeningFailure fail(CommandContext entry, String detail) {
        return new RecordScreeningFailure(entry, FILING, "TIMEOUT", detail);
    }

    private static ScreeningRequested requested(FilingId id) {
        return new ScreeningRequested(
                NORWAY, id, SUBJECT, SubjectKind.PERSON, Question.DESIGNATION, Trigger.ONBOARDING);
    }
}
