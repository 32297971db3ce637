package org.stele.events;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the Committee: its days are days in New York. */
public final class NewYork {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    /** The day that an instant falls on. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The current day of a clock. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }
}
