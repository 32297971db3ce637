package org.stele.statefile;

import java.util.List;
import org.stele.events.FilingId;
import org.stele.events.screening.CaseEvent;
import org.stele.events.screening.Question;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;
import org.stele.statefile.VerdictRecord.Kind;
import org.stele.statefile.VerdictRecord.Step;

/**
 * The screenings of a file while it is being folded. A verdict alone never changes a status (section 5); a discrepancy may rest
 * on one (4.5).
 */
final class VerdictFold {

    private final RecordsBuilder<VerdictRecord> verdicts;

    VerdictFold(List<VerdictRecord> verdicts) {
        this.verdicts = new RecordsBuilder<>("screening", verdicts);
    }

    void apply(LedgerEvent recorded, CaseEvent event) {
        switch (event) {
            case ScreeningRequested e -> begin(recorded, e.screening(), e.question());
            case ScreeningHitsRecorded e -> begin(recorded, e.screening(), e.question());
            case ScreeningClearedWithoutHit e -> begin(recorded, e.screening(), e.question());
            case ScreeningFailed _ -> {
                // It says nothing of the subject.
            }
            case ScreeningVerdictProposed e ->
                step(
                        e.screening(),
                        new Step(
                                Kind.PROPOSED,
                                e.disposition(),
                                e.supersedes(),
                                recorded.recordedOn(),
                                recorded.position()));
            case ScreeningVerdictConfirmed e ->
                step(
                        e.screening(),
                        new Step(Kind.CONFIRMED, e.disposition(), null, recorded.recordedOn(), recorded.position()));
            case ScreeningVerdictReturned e -> step(e.screening(), plain(Kind.RETURNED, recorded));
            case ScreeningReopened e -> step(e.screening(), plain(Kind.REOPENED, recorded));
        }
    }

    private void begin(LedgerEvent recorded, FilingId screening, Question question) {
        verdicts.addOrKeep(
                screening,
                recorded.position(),
                () -> new VerdictRecord(screening, question, recorded.position(), List.of()));
    }

    private void step(FilingId screening, Step step) {
        verdicts.changeIfPresent(screening, step.position(), verdict -> verdict.with(step));
    }

    private static Step plain(Kind kind, LedgerEvent recorded) {
        return new Step(kind, null, null, recorded.recordedOn(), recorded.position());
    }

    List<VerdictRecord> toList() {
        return verdicts.toList();
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return verdicts.lastPosition();
    }
}
