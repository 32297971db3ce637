package org.stele.statefile;

import java.util.List;
import org.stele.events.discrepancies.DiscrepancyEvent;
import org.stele.events.discrepancies.DiscrepancyExplained;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.statefile.AnsweredDiscrepancy.Answer;
import org.stele.statefile.AnsweredDiscrepancy.Kind;

/** The answers to discrepancies of a file while it is being folded. The discrepancies themselves are computed. */
final class AnswerFold {

    private final RecordsBuilder<AnsweredDiscrepancy> answered;

    AnswerFold(List<AnsweredDiscrepancy> answered) {
        this.answered = new RecordsBuilder<>("discrepancy", answered);
    }

    void apply(LedgerEvent recorded, DiscrepancyEvent event) {
        long position = recorded.position();
        Answer answer = switch (event) {
            case DiscrepancyExplained e -> new Answer(Kind.EXPLAINED, e.subject(), e.text(), e.explainedOn(), position);
            case DiscrepancyResolved e -> new Answer(Kind.RESOLVED, e.subject(), e.text(), e.resolvedOn(), position);
        };
        answered.addOrChange(
                event.discrepancy(),
                position,
                () -> new AnsweredDiscrepancy(event.discrepancy(), List.of(answer)),
                before -> before.with(answer));
    }

    List<AnsweredDiscrepancy> toList() {
        return answered.toList();
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return answered.lastPosition();
    }
}
