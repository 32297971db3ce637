package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.SourceReference;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;

/**
 * One version of a repatriation notice, without the references of the persons.
 *
 * @param count null where it is shown as a band: 1 to 4 persons (4.8)
 * @param ofSubjects whether the count comes from records of single persons
 * @param subjects the references under a key; null where there are none
 */
public record NoticeVersion(
        FilingId id,
        int number,
        PersonsCategory category,
        @Nullable PersonsCount count,
        boolean ofSubjects,
        @Nullable Sealed subjects,
        PartialDate departed,
        String destination,
        Outcome outcome,
        Mode mode,
        @Nullable NoticeBasis basis,
        @Nullable String visaClass,
        @Nullable String sector,
        PartialDate received,
        @Nullable SourceReference source,
        long filedAt,
        long position,
        LocalDate recordedOn)
        implements FiledVersion {

    static NoticeVersion of(
            LedgerEvent recorded,
            FilingId notice,
            int number,
            NoticeContent content,
            PartialDate received,
            @Nullable SourceReference source,
            long filedAt) {
        return new NoticeVersion(
                notice,
                number,
                content.category(),
                content.count(),
                content.isOfSubjects(),
                content.sealedSubjects(),
                content.departed(),
                content.destination(),
                content.outcome(),
                content.mode(),
                content.basis(),
                content.visaClass(),
                content.sector(),
                received,
                source,
                filedAt,
                recorded.position(),
                recorded.recordedOn());
    }

    /** Without the references, and with the count or as a band of it. */
    public NoticeVersion seen(boolean withCount) {
        return new NoticeVersion(
                id,
                number,
                category,
                withCount ? count : null,
                ofSubjects,
                null,
                departed,
                destination,
                outcome,
                mode,
                basis,
                visaClass,
                sector,
                received,
                source,
                filedAt,
                position,
                recordedOn);
    }

    /** Whether a count of workers is kept from who looks: statuses and discrepancies would read it. */
    public boolean isBanded() {
        return count == null && category == PersonsCategory.WORKER;
    }

    /** Whether it is of at least one worker: the rules of 4.5 leave others out. */
    public boolean isOfWorkers() {
        return category == PersonsCategory.WORKER && count != null && count.value() > 0;
    }

    @Override
    public PartialDate day() {
        return departed;
    }
}
