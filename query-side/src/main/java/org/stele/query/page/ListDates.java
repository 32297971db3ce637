package org.stele.query.page;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stele.web.page.Messages;

/** The dates that versions of lists state of themselves. */
public final class ListDates {

    private ListDates() {}

    /** The day in words, as the file has it; what is in another form stands as it is written. */
    public static String of(Messages messages, @Nullable String dateGenerated) {
        if (dateGenerated == null) {
            return messages.text("none-stated");
        }
        try {
            return messages.date(OffsetDateTime.parse(dateGenerated).toLocalDate());
        } catch (DateTimeException e) {
            return dateGenerated;
        }
    }
}
