package org.stele.statefile;

import java.util.List;
import org.stele.events.FilingId;
import org.stele.events.custody.CustodyMatter;

/** The events that a file does without, while it is being folded. */
final class OmissionFold {

    private final RecordsBuilder<OmittedEntry> omitted;
    private boolean mayBeMissing;

    OmissionFold(List<OmittedEntry> omitted) {
        this.omitted = new RecordsBuilder<>("omitted event", omitted);
        this.mayBeMissing = !omitted.isEmpty();
    }

    /** From now on events may be missing whose removal is not told. */
    void expectMissing() {
        mayBeMissing = true;
    }

    void apply(LedgerEvent recorded, RedactedEvent event) {
        long position = recorded.position();
        mayBeMissing = true;
        omitted.add(
                event.redaction(),
                position,
                new OmittedEntry(event.redaction(), position, event.redactedBy(), recorded.recordedOn()));
    }

    /** Whether events may rest on one whose body was removed. */
    boolean mayBeMissing() {
        return mayBeMissing;
    }

    /** An event that does not fit what is on file, which it may rest on no more. */
    void omit(LedgerEvent recorded) {
        long position = recorded.position();
        FilingId id = CustodyMatter.REDACTION.idAt(position);
        omitted.add(id, position, new OmittedEntry(id, position, null, recorded.recordedOn()));
    }

    List<OmittedEntry> toList() {
        return omitted.toList();
    }

    long lastPosition() {
        return omitted.lastPosition();
    }
}
