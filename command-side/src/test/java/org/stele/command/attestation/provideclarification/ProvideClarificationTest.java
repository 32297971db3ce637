package org.stele.command.attestation.provideclarification;

import static org.stele.command.testing.People.NORWAY;
import static org.stele.command.testing.People.TODAY;
import static org.stele.command.testing.People.focalPoint;
import static org.stele.command.testing.People.neighbour;
import static org.stele.command.testing.People.registrar;
import static org.stele.command.testing.People.signatory;
import static org.stele.command.testing.Samples.FILING;
import static org.stele.command.testing.Samples.OTHER_FILING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.command.entry.CommandContext;
import org.stele.command.testing.People;
import org.stele.command.testing.SliceTest;
import org.stele.events.FilingId;
import org.stele.events.Role;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;

class ProvideClarificationTest extends SliceTest {

    private static final FilingId QUESTION = FilingId.parse("a7e57a70-0000-4000-8000-000000000003");

    ProvideClarificationTest() {
        super(new ProvideClarificationSlice().provideClarification());
    }

    @Test
    void a_state_answers_a_question_about_its_attestation() {
        given(asked(QUESTION)).when(answer(signatory(), "Two.")).recorded(answered("Two."));
    }

    @Test
    void a_further_answer_is_recorded_beside_the_first() {
        given(asked(QUESTION), answered("Two."))
                .when(answer(signatory(), "Three, to be exact."))
                .recorded(answered("Three, to be exact."));
    }

    @Test
    void the_question_to_another_state_and_one_that_was_never_asked_are_not_found() {
        given(asked(QUESTION)).when(answer(neighbour(), "Two.")).notFound();
        given(asked(OTHER_FILING)).when(answer(signatory(), "Two.")).notFound();
    }

    @Test
    void an_answer_of_blanks_or_with_personal_data_is_refused() {
        given(asked(QUESTION)).when(answer(signatory(), " ")).malformed("answer");
        given(asked(QUESTION)).when(answer(signatory(), "Passport 836410105")).forbidden("plain-personal-data");
    }

    @Test
    void nobody_but_a_signatory_answers() {
        for (CommandContext entry : List.of(focalPoint(), registrar(), People.of(Role.CHAIR))) {
            given(asked(QUESTION)).when(answer(entry, "Two.")).notAllowed();
        }
    }

    private static ProvideClarification answer(CommandContext entry, String text) {
        return new ProvideClarification(entry, QUESTION, text);
    }

    private static ClarificationRequested asked(FilingId question) {
        return new ClarificationRequested(NORWAY, FILING, question, "How many?", TODAY, null, null);
    }

    private static ClarificationProvided answered(String text) {
        return new ClarificationProvided(NORWAY, FILING, QUESTION, text, TODAY);
    }
}
