package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.screening.Disposition;
import org.stele.events.screening.Question;

/**
 * A confirmed verdict that stands on a day.
 *
 * @param confirmedOn the day in New York on which it was confirmed
 * @param position of its confirmation
 * @param filedAt the position of the screening's first event
 */
public record VerdictReading(
        FilingId id,
        Question question,
        @Nullable Disposition disposition,
        LocalDate confirmedOn,
        long position,
        long filedAt) {

    public static @Nullable VerdictReading of(VerdictRecord record, LocalDate day) {
        VerdictRecord.Step standing = record.standingOn(day);
        return standing == null
                ? null
                : new VerdictReading(
                        record.id(),
                        record.question(),
                        standing.disposition(),
                        standing.on(),
                        standing.position(),
                        record.firstPosition());
    }
}
