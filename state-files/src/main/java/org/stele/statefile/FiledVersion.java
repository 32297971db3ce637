package org.stele.statefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;

/** One version of a notice, a declared baseline or an arrival. */
public sealed interface FiledVersion extends Fact permits NoticeVersion, BaselineVersion, ArrivalVersion {

    /** Of the filing. */
    FilingId id();

    /** 1 for what was recorded first, one more for each correction. */
    int number();

    PersonsCategory category();

    /** The day or days that it speaks of. */
    PartialDate day();

    PartialDate received();

    /** The position of the event that put the filing on record. */
    long filedAt();

    /** The day in New York on which this version was recorded. */
    LocalDate recordedOn();

    /** The earlier of the last day that it speaks of and the last day of its receipt (4.5). */
    default LocalDate effectiveDay() {
        return Days.earlier(day().lastDay(), received().lastDay());
    }

    /** The latest version received by a day; empty before the first was, and after the filing was withdrawn. */
    static <V extends FiledVersion> Optional<V> knownAt(List<V> versions, List<DatedFact> withdrawals, LocalDate day) {
        @Nullable DatedFact withdrawn = FiledRecord.last(withdrawals);
        if (!Days.isBy(versions.getFirst().received(), day) || (withdrawn != null && Days.isBy(withdrawn.on(), day))) {
            return Optional.empty();
        }
        int latest = versions.size() - 1;
        while (!Days.isBy(versions.get(latest).received(), day)) {
            latest--;
        }
        return Optional.of(versions.get(latest));
    }
}
