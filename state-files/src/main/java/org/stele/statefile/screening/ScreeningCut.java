package org.stele.statefile.screening;

import java.time.Instant;
import java.time.LocalDate;
import org.stele.events.NewYork;

/**
 * How far a view of the screenings reads: the first events of the ledger, and of those the ones recorded by a day.
 *
 * @param treeSize how many events are read, from the first
 * @param day the last day in New York, included: a screening has no other days than those of its recording
 */
public record ScreeningCut(long treeSize, LocalDate day) {

    /** The first instant that is not in view. */
    Instant end() {
        return day.plusDays(1).atStartOfDay(NewYork.ZONE).toInstant();
    }
}
