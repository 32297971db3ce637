package org.stele.web.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The format of the time of recording in every answer and page: as in the leaf, in UTC with microseconds. */
public final class RecordedAt {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private RecordedAt() {}

    public static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
