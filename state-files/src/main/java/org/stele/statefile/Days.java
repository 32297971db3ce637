package org.stele.statefile;

import java.time.LocalDate;
import org.stele.events.PartialDate;

/** Comparisons of days; a partial date stands for its first to its last day (section 4). */
public final class Days {

    private Days() {}

    /** Whether the whole of a date lies on or before a day: what "received by d" means. */
    public static boolean isBy(PartialDate date, LocalDate day) {
        return isBy(date.lastDay(), day);
    }

    public static boolean isBy(LocalDate date, LocalDate day) {
        return !date.isAfter(day);
    }

    /** Whether the ledger recorded something on a later day than the Committee had it (P7; 4.4). */
    public static boolean isBackfilled(LocalDate recordedOn, PartialDate received) {
        return recordedOn.isAfter(received.lastDay());
    }

    public static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
