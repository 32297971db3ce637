package org.stele.statefile;

import java.util.List;
import org.stele.events.evidence.EvidenceEvent;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;

/** The evidence of a file while it is being folded. */
final class EvidenceFold {

    private final RecordsBuilder<Evidence> evidence;

    EvidenceFold(List<Evidence> evidence) {
        this.evidence = new RecordsBuilder<>("evidence", evidence);
    }

    void apply(LedgerEvent recorded, EvidenceEvent event) {
        long position = recorded.position();
        switch (event) {
            case EvidenceRecorded e ->
                evidence.add(
                        e.evidence(),
                        position,
                        new Evidence(
                                e.evidence(),
                                e.kind(),
                                e.asOf(),
                                e.received(),
                                e.figure(),
                                e.measure(),
                                e.contests(),
                                e.confidential(),
                                e.recordedBy(),
                                e.statement(),
                                e.source(),
                                position,
                                recorded.recordedOn(),
                                List.of()));
            case EvidenceResolved e ->
                evidence.change(e.evidence(), position, one -> one.resolve(new DatedFact(e.resolved(), position)));
        }
    }

    List<Evidence> toList() {
        return evidence.toList();
    }

    /** Of the last event that changed a record here; 0 where none has. */
    long lastPosition() {
        return evidence.lastPosition();
    }
}
