package org.stele.command.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the Committee: its days are days in New York. */
public final class NewYork {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private NewYork() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
