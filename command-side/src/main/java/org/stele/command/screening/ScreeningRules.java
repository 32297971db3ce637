package org.stele.command.screening;

import org.stele.command.entry.Rejected;
import org.stele.events.screening.Question;
import org.stele.events.screening.SubjectKind;

/** What every screening has to fulfil, however it begins. */
public final class ScreeningRules {

    private ScreeningRules() {}

    /** Paragraph 8 is about persons: it applies to no entity and no vessel. */
    public static void requireFitting(Question question, SubjectKind kind) {
        if (question == Question.PARAGRAPH_8 && kind != SubjectKind.PERSON) {
            throw Rejected.malformed(
                    "subjectKind", "Expected PERSON for the question PARAGRAPH_8, got %s.".formatted(kind));
        }
    }
}
