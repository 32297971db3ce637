package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SourceReference;

/** One version of what a State recorded of persons who came. */
public record ArrivalVersion(
        FilingId id,
        int number,
        PersonsCategory category,
        PersonsCount count,
        PartialDate arrived,
        PartialDate received,
        @Nullable SourceReference source,
        long filedAt,
        long position,
        LocalDate recordedOn)
        implements FiledVersion {

    @Override
    public PartialDate day() {
        return arrived;
    }
}
