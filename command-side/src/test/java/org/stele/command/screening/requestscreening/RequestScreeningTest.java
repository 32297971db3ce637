package org.stele.command.screening.requestscreening;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.SUBJECT;

import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.Role;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.SubjectKind;
import org.stele.events.screening.Trigger;

class RequestScreeningTest extends SliceTest {

    RequestScreeningTest() {
        super(new RequestScreeningSlice().requestScreening());
    }

    @Test
    void an_analyst_asks_for_a_screening() {
        given().when(request(analyst(), SubjectKind.ENTITY, Question.DESIGNATION))
                .recorded(new ScreeningRequested(
                        NORWAY,
                        analyst().created(),
                        SUBJECT,
                        SubjectKind.ENTITY,
                        Question.DESIGNATION,
                        Trigger.PERIODIC));
    }

    @Test
    void paragraph_8_is_about_persons() {
        given().when(request(analyst(), SubjectKind.ENTITY, Question.PARAGRAPH_8))
                .malformed("subjectKind");
        given().when(request(analyst(), SubjectKind.VESSEL, Question.PARAGRAPH_8))
                .malformed("subjectKind");
    }

    @Test
    void only_an_analyst_asks() {
        given().when(request(signatory(), SubjectKind.PERSON, Question.DESIGNATION))
                .notAllowed();
        given().when(request(People.registrar(), SubjectKind.PERSON, Question.DESIGNATION))
                .notAllowed();
    }

    private static CommandContext analyst() {
        return People.of(Role.SCREENING_ANALYST, NORWAY);
    }

    private static RequestScreening request(CommandContext entry, SubjectKind kind, Question question) {
        return new RequestScreening(entry, SUBJECT, kind, question, Trigger.PERIODIC);
    }
}
