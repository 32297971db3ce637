package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.SourceReference;

/** One version of a baseline that a State declared outside its attestations. */
public record BaselineVersion(
        FilingId id,
        int number,
        PersonsCategory category,
        Baseline baseline,
        PartialDate asOf,
        PartialDate received,
        @Nullable SourceReference source,
        long filedAt,
        long position,
        LocalDate recordedOn)
        implements FiledVersion {

    @Override
    public PartialDate day() {
        return asOf;
    }
}
