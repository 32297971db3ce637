package org.stele.query.page.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;

/**
 * One thing on record in its three times, which are never mixed.
 *
 * @param what what it is, in few words
 * @param trueFrom the first day that it speaks of; null where it names none
 * @param trueTo the last day that it speaks of; null where it names none
 * @param recordedOn the day in New York on which this ledger recorded it
 */
public record TimelineItem(
        String what,
        @Nullable PartialDate trueFrom,
        @Nullable PartialDate trueTo,
        PartialDate received,
        LocalDate recordedOn,
        long position,
        String link) {

    /** The earliest day that has to be drawn. */
    LocalDate first() {
        LocalDate spoken = spokenFrom();
        return spoken != null && spoken.isBefore(received.firstDay()) ? spoken : received.firstDay();
    }

    /** The latest day that has to be drawn. */
    LocalDate last() {
        LocalDate spoken = spokenTo();
        return spoken != null && spoken.isAfter(received.lastDay()) ? spoken : received.lastDay();
    }

    @Nullable
    LocalDate spokenFrom() {
        if (trueFrom != null) {
            return trueFrom.firstDay();
        }
        return trueTo == null ? null : trueTo.firstDay();
    }

    @Nullable
    LocalDate spokenTo() {
        return trueTo == null ? null : trueTo.lastDay();
    }
}
