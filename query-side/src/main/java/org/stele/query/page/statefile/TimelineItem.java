package org.stele.query.page.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.PartialDate;

/**
 * One record in its three times, which are never mixed.
 *
 * @param what a short description
 * @param trueFrom the first day that it speaks of; null where it names none
 * @param trueTo the last day that it speaks of; null where it names none
 * @param recordedOn the day in New York on which this ledger recorded it; null, as position and link are, where the reader
 *     does not see its event whole
 */
public record TimelineItem(
        String what,
        @Nullable PartialDate trueFrom,
        @Nullable PartialDate trueTo,
        PartialDate received,
        @Nullable LocalDate recordedOn,
        @Nullable Long position,
        @Nullable String link) {

    /** The earliest day that the axis must include. */
    LocalDate first() {
        LocalDate spoken = spokenFrom();
        return spoken != null && spoken.isBefore(received.firstDay()) ? spoken : received.firstDay();
    }

    /** The latest day that the axis must include. */
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
