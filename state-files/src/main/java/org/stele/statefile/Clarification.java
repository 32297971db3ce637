package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.MonitoringBody;

/**
 * A question that the chair or a monitoring body asked about an attestation, with the State's answers.
 *
 * @param question null where it is withheld
 * @param askedBy null where the chair asked, and where the question is withheld
 * @param discrepancy that it is about; null where it is about none
 * @param answers in the order of the ledger
 */
public record Clarification(
        FilingId id,
        @Nullable String question,
        LocalDate requestedOn,
        @Nullable MonitoringBody askedBy,
        @Nullable FilingId discrepancy,
        List<Answer> answers,
        long position)
        implements Fact {

    /** One answer; its text is null where it is withheld. */
    public record Answer(@Nullable String text, LocalDate providedOn, long position) implements Fact {}

    public Clarification {
        answers = List.copyOf(answers);
    }

    /** The first answer that was received by a day; empty while there is none. */
    public Optional<Answer> answeredBy(LocalDate day) {
        return answers.stream()
                .filter(answer -> Days.isBy(answer.providedOn(), day))
                .findFirst();
    }

    long lastPosition() {
        return Math.max(position, FiledRecord.lastPosition(answers));
    }

    Clarification upTo(long treeSize) {
        return with(FiledRecord.upTo(answers, treeSize));
    }

    Clarification answer(Answer answer) {
        return with(FiledRecord.and(answers, answer));
    }

    private Clarification with(List<Answer> newAnswers) {
        return new Clarification(id, question, requestedOn, askedBy, discrepancy, newAnswers, position);
    }
}
