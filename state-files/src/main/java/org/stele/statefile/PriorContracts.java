package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;

/** Contracts concluded before S/RES/2375 (2017), as a State notified them; para. 17. Parts that it did not state are null. */
public record PriorContracts(
        FilingId id,
        @Nullable PersonsCount count,
        @Nullable PartialDate expectedEnd,
        PartialDate received,
        long position,
        LocalDate recordedOn)
        implements UnchangingRecord {}
