package org.stele.query.statefile;

import java.time.LocalDate;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;

/** A baseline that a State declared outside its attestations. */
public record DeclaredBaseline(
        FilingId id,
        PersonsCategory category,
        Baseline baseline,
        PartialDate asOf,
        PartialDate received,
        long position,
        LocalDate recordedOn)
        implements FiledRecord {

    @Override
    public long firstPosition() {
        return position;
    }

    @Override
    public long lastPosition() {
        return position;
    }

    @Override
    public DeclaredBaseline upTo(long treeSize) {
        return this;
    }

    /** The earlier of the last day that it speaks of and the last day of receipt. */
    public LocalDate effectiveDay() {
        return Days.earlier(asOf.lastDay(), received.lastDay());
    }
}
